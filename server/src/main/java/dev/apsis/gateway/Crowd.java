package dev.apsis.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;

/**
 * How many sockets each address has open on one event loop. Owned by it. At the bound further ones
 * are refused; this machine itself is not bounded, for load tools and proxies sit there.
 */
final class Crowd {
    private final int maxPerAddress;
    private final Map<String, Integer> open = new HashMap<>();

    Crowd(int maxPerAddress) {
        this.maxPerAddress = maxPerAddress;
    }

    /** Lets one more in, or not; who was let in leaves by {@link #leave}. */
    boolean enter(Caller caller) {
        String address = caller.address();
        if (isLocal(address)) {
            return true;
        }
        int before = open.getOrDefault(address, 0);
        if (before >= maxPerAddress) {
            return false;
        }
        open.put(address, before + 1);
        return true;
    }

    void leave(Caller caller) {
        open.computeIfPresent(caller.address(), (address, count) -> count > 1 ? count - 1 : null);
    }

    private static boolean isLocal(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}

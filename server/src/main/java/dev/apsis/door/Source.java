package dev.apsis.door;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Whom limits count. */
public final class Source {
    private Source() {}

    /** An address; of IPv6 the network of 64 bits that one customer has, to choose from at will. */
    public static String of(InetAddress address) {
        return address instanceof Inet4Address
                ? address.getHostAddress()
                : Long.toHexString(ByteBuffer.wrap(address.getAddress()).getLong()) + "::/64";
    }
}

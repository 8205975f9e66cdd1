package dev.apsis.directory;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Where a directory connects to: only to who announced itself unless it {@code allowsOthers}, and
 * never into private networks unless it {@code allowsPrivate}.
 */
public record Reach(boolean allowsPrivate, boolean allowsOthers) {
    /** As for a directory that anybody may use. */
    public static final Reach CAREFUL = new Reach(false, false);

    /** Networks that are nobody's on the internet, beside those the JDK knows by name. */
    private static final List<Net> RESERVED =
            List.of(
                    Net.v4(8, 0, 0, 0),
                    Net.v4(10, 100, 64, 0),
                    Net.v4(24, 192, 0, 0),
                    Net.v4(24, 192, 0, 2),
                    Net.v4(15, 198, 18, 0),
                    Net.v4(24, 198, 51, 100),
                    Net.v4(24, 203, 0, 113),
                    Net.v4(4, 240, 0, 0));

    /** IPv6 on the internet is 2000::/3. */
    private static final Net GLOBAL = new Net(3, 0x2000_0000_0000_0000L);

    /** Within it: tunnels into IPv4, which may be private, and documentation. */
    private static final List<Net> WITHIN_GLOBAL =
            List.of(
                    new Net(32, 0x2001_0000_0000_0000L),
                    new Net(32, 0x2001_0db8_0000_0000L),
                    new Net(16, 0x2002_0000_0000_0000L));

    /** The first bits that addresses of a network share. */
    private record Net(int bits, long first) {
        static Net v4(int bits, int a, int b, int c) {
            return new Net(bits, ((long) a << 24 | (long) b << 16 | (long) c << 8) << 32);
        }

        boolean has(InetAddress address) {
            return (first ^ start(address)) >>> (Long.SIZE - bits) == 0;
        }
    }

    /** The first 64 bits of an address; all there are of IPv4. */
    private static long start(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.allocate(16).put(address.getAddress());
        return bytes.getLong(0);
    }

    /** The address to connect to, of those a host has; why none of them is, otherwise. */
    InetAddress choose(PublicAddress wanted, List<InetAddress> hosts, InetAddress caller)
            throws Denied {
        List<InetAddress> own =
                allowsOthers ? hosts : hosts.stream().filter(caller::equals).toList();
        if (own.isEmpty()) {
            throw new Denied(
                    403,
                    "%s is not where your heartbeat came from, which is %s"
                            .formatted(wanted.host(), caller.getHostAddress()));
        }
        return own.stream()
                .filter(host -> allowsPrivate || isPublic(host))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Denied(
                                        403,
                                        wanted.host()
                                                + " is in a private network:"
                                                + " nobody could reach it from here"));
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet4Address
                ? RESERVED.stream().noneMatch(net -> net.has(address))
                : GLOBAL.has(address) && WITHIN_GLOBAL.stream().noneMatch(net -> net.has(address));
    }
}

package dev.apsis.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody tried lately, by address: so many tries at once, and one more every few
 * seconds. Owned by one event loop.
 */
final class Tries {
    private static final int AT_ONCE = 10;
    private static final int PER_MINUTE = 6;
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;

    /** Beyond so many the one that tried least lately is forgotten. */
    private static final int MAX_ADDRESSES = 10_000;

    private final Map<String, Left> byAddress =
            new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
                    return size() > MAX_ADDRESSES;
                }
            };

    /** How many tries were left when. */
    private record Left(double tries, long atNanos) {}

    /** Whether one more try is allowed; it counts if it is. */
    boolean take(String address, long nowNanos) {
        Left left = byAddress.getOrDefault(address, new Left(AT_ONCE, nowNanos));
        double earned = (double) (nowNanos - left.atNanos) * PER_MINUTE / NANOS_PER_MINUTE;
        double tries = Math.min(AT_ONCE, left.tries + earned);
        byAddress.put(address, new Left(tries < 1 ? tries : tries - 1, nowNanos));
        return tries >= 1;
    }
}

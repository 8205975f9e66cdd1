package dev.apsis.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody tried lately, by address: so many tries at once, and one more every few
 * seconds. Owned by one event loop.
 */
final class Tries {
    private static final int AT_ONCE = 10;
    private static final double PER_SECOND = 0.1;

    /** Beyond so many the one that tried least lately is forgotten. */
    private static final int MAX_ADDRESSES = 10_000;

    private final Map<String, Allowance> byAddress =
            new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
                    return size() > MAX_ADDRESSES;
                }
            };

    /** Whether one more try is allowed; it counts if it is. */
    boolean take(String address, long nowNanos) {
        return byAddress
                .computeIfAbsent(address, first -> new Allowance(PER_SECOND, AT_ONCE, nowNanos))
                .take(1, nowNanos);
    }
}

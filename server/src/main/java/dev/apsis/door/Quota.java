package dev.apsis.door;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may ask, by source: so often at once, and so often a second. May be shared by
 * all event loops; each call is short.
 */
public final class Quota {
    /** Beyond so many the one that asked least lately is forgotten. */
    private static final int MAX_SOURCES = 10_000;

    private final double perSecond;
    private final double atOnce;
    private final Map<String, Allowance> bySource =
            new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
                    return size() > MAX_SOURCES;
                }
            };

    public Quota(double perSecond, double atOnce) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
    }

    /** Whether one more is allowed; it counts if it is. */
    public synchronized boolean take(String source, long nowNanos) {
        return bySource.computeIfAbsent(source, first -> new Allowance(perSecond, atOnce, nowNanos))
                .take(1, nowNanos);
    }
}

package dev.apsis.directory;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may ask, by source: so often at once, and so often a minute. Owned by the
 * directory's event loop.
 */
final class Quota {
    /** Beyond so many the one that asked least lately is forgotten. */
    private static final int MAX_SOURCES = 10_000;

    private static final double MILLIS_PER_MINUTE = 60_000;

    private final int perMinute;
    private final Map<String, Left> bySource =
            new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
                    return size() > MAX_SOURCES;
                }
            };

    /** How much was left when. */
    private record Left(double asks, long atMillis) {}

    Quota(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Whether one more is allowed; it counts if it is. */
    boolean take(String source, long nowMillis) {
        Left left = bySource.getOrDefault(source, new Left(perMinute, nowMillis));
        double earned = (nowMillis - left.atMillis) * perMinute / MILLIS_PER_MINUTE;
        double asks = Math.min(perMinute, left.asks + earned);
        bySource.put(source, new Left(asks < 1 ? asks : asks - 1, nowMillis));
        return asks >= 1;
    }
}

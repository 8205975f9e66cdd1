package dev.apsis.admin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong tokens by source: after so many within a minute no token from there is looked at
 * until the minute is over. Shared by all event loops, for who asks again may meet another one;
 * each call is short.
 */
final class Strikes {
    static final int MOST = 10;

    private static final long WINDOW_NANOS = 60_000_000_000L;
    private static final int MAX_SOURCES = 1000;

    /** Beyond the bound the source that was struck first is forgotten. */
    private final Map<String, Strike> bySource =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Strike> eldest) {
                    return size() > MAX_SOURCES;
                }
            };

    /** Wrong tokens since a moment. */
    private record Strike(long sinceNanos, int count) {}

    /** Whether nothing from there is looked at now. */
    synchronized boolean out(String source, long nowNanos) {
        Strike strike = bySource.get(source);
        if (strike != null && nowNanos - strike.sinceNanos >= WINDOW_NANOS) {
            bySource.remove(source);
            return false;
        }
        return strike != null && strike.count >= MOST;
    }

    /** A wrong token came from there. */
    synchronized void strike(String source, long nowNanos) {
        Strike before = bySource.getOrDefault(source, new Strike(nowNanos, 0));
        bySource.put(source, new Strike(before.sinceNanos, before.count + 1));
    }

    /** How many seconds are left until tokens from there are looked at again. */
    synchronized long secondsLeft(String source, long nowNanos) {
        Strike strike = bySource.get(source);
        long left = strike == null ? 0 : WINDOW_NANOS - (nowNanos - strike.sinceNanos);
        return Math.max(1, left / 1_000_000_000L);
    }
}

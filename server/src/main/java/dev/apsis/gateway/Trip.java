package dev.apsis.gateway;

/**
 * How long a line takes there and back: from a snapshot's leaving to the word that it was seen. The
 * least of the last seconds counts, for whoever is in no hurry to answer only seems further away.
 * Owned by its viewer.
 */
final class Trip {
    /** More ticks than a second has; of what left earlier the answer tells nothing. */
    private static final int KEPT = 128;

    /** Answers in half of what is looked back upon: about two seconds of them. */
    private static final int ANSWERS = 60;

    private static final long UNKNOWN = Long.MAX_VALUE;

    private final int[] ticks = new int[KEPT];
    private final long[] leftNanos = new long[KEPT];
    private long leastNanos = UNKNOWN;
    private long leastBeforeNanos = UNKNOWN;
    private int answers;

    void shown(int tick, long nowNanos) {
        ticks[tick % KEPT] = tick;
        leftNanos[tick % KEPT] = nowNanos;
    }

    void seen(int tick, long nowNanos) {
        if (ticks[tick % KEPT] != tick) {
            return;
        }
        if (answers++ == ANSWERS) {
            leastBeforeNanos = leastNanos;
            leastNanos = UNKNOWN;
            answers = 1;
        }
        leastNanos = Math.min(leastNanos, nowNanos - leftNanos[tick % KEPT]);
    }

    /** At least 1; 0 while nothing is known. */
    int millis() {
        long nanos = Math.min(leastNanos, leastBeforeNanos);
        return nanos == UNKNOWN ? 0 : Math.clamp(nanos / 1_000_000, 1, Integer.MAX_VALUE);
    }
}

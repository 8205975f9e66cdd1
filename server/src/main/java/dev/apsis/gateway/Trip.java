package dev.apsis.gateway;

/**
 * How long a line takes there and back: from a snapshot's leaving to the word that it was seen. The
 * least of the last seconds counts, for whoever is in no hurry to answer only seems further away.
 * Owned by its viewer.
 *
 * <p>Times one snapshot at a time: there are hundreds of viewers, and each word is to be found in
 * the processor's cache.
 */
final class Trip {
    /** Answers in half of what is looked back upon. */
    private static final int ANSWERS = 15;

    private static final long UNKNOWN = Long.MAX_VALUE;

    private boolean timing;
    private int timedTick;
    private long leftNanos;
    private long leastNanos = UNKNOWN;
    private long leastBeforeNanos = UNKNOWN;
    private int answers;

    void shown(int tick, long nowNanos) {
        if (!timing) {
            timing = true;
            timedTick = tick;
            leftNanos = nowNanos;
        }
    }

    /** It saw a snapshot, and with it all that left before. */
    void seen(int tick, long nowNanos) {
        if (!timing || tick < timedTick) {
            return;
        }
        timing = false;
        if (answers++ == ANSWERS) {
            leastBeforeNanos = leastNanos;
            leastNanos = UNKNOWN;
            answers = 1;
        }
        leastNanos = Math.min(leastNanos, nowNanos - leftNanos);
    }

    /** At least 1; 0 while nothing is known. */
    int millis() {
        long nanos = Math.min(leastNanos, leastBeforeNanos);
        return nanos == UNKNOWN ? 0 : Math.clamp(nanos / 1_000_000, 1, Integer.MAX_VALUE);
    }
}

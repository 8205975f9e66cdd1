package dev.apsis.duel;

/**
 * What a pilot may take. Beyond any of it the round is lost: so much of the processor or of the
 * clock for one decision, so much of the clock for all of a round's, so much memory handed out
 * during one decision.
 */
public record Allowance(long cpuNanos, long wallNanos, long roundNanos, long bytes) {
    private static final long SECOND = 1_000_000_000;

    /** A second of the processor, ten of the clock, two minutes a round, 64 MiB. */
    public static final Allowance STANDARD =
            new Allowance(SECOND, 10 * SECOND, 120 * SECOND, 64L << 20);
}

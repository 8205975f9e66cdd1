package dev.apsis.engine;

/**
 * Says when ticks are due, on nanosecond deadlines that do not drift. Owned by the room's context,
 * which brings the time.
 *
 * <p>At most {@link #MAX_CATCH_UP} ticks are due at once; a debt beyond that is dropped and
 * counted, for a world that hurries is as wrong as one that stalls.
 */
public final class Ticker implements Beat {
    public static final int MAX_CATCH_UP = 5;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final int ticksPerSecond;
    private long originNanos;
    private long ticksSinceOrigin;
    private long dropped;

    public Ticker(long startNanos, int ticksPerSecond) {
        this.originNanos = startNanos;
        this.ticksPerSecond = ticksPerSecond;
    }

    /** How many ticks to run now: 0 to {@link #MAX_CATCH_UP}. The caller runs them. */
    @Override
    public int due(long nowNanos) {
        long late = nowNanos - deadlineNanos();
        if (late < 0) {
            return 0;
        }
        long behind = 1 + late * ticksPerSecond / NANOS_PER_SECOND;
        if (behind > MAX_CATCH_UP) {
            dropped += behind - MAX_CATCH_UP;
            originNanos = nowNanos;
            ticksSinceOrigin = 0;
            return MAX_CATCH_UP;
        }
        ticksSinceOrigin += behind;
        return (int) behind;
    }

    @Override
    public long leftNanos(long nowNanos) {
        return deadlineNanos() - nowNanos;
    }

    @Override
    public long dropped() {
        return dropped;
    }

    private long deadlineNanos() {
        return originNanos + (ticksSinceOrigin + 1) * NANOS_PER_SECOND / ticksPerSecond;
    }
}

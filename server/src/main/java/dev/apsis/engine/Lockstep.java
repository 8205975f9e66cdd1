package dev.apsis.engine;

/**
 * Real time at most, and no tick before every bot has said what it wants in it: a bot that stands
 * at a breakpoint misses nothing. Owned by the room's context, which brings the time.
 *
 * <p>Nothing is caught up: time that was waited for is no debt. After {@link #MOST_WAIT_NANOS} for
 * one tick it goes on without those who are missing.
 */
final class Lockstep implements Beat {
    static final long MOST_WAIT_NANOS = 600_000_000_000L;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** While it waits it looks so often whether it still has to. */
    private static final long LOOK_NANOS = 2_000_000;

    /** Who is waited for is named after so long, and then again and again. */
    private static final long FIRST_WORD_NANOS = 2 * NANOS_PER_SECOND;

    private static final long WORD_NANOS = 20 * NANOS_PER_SECOND;

    private final long periodNanos;
    private final Company company;
    private long nextNanos;
    private boolean waits;
    private long sinceNanos;
    private long wordNanos;

    /** Those who are waited for. */
    interface Company {
        /** Whether somebody has not said yet what to do in the next tick. */
        boolean missing();

        /** It has been waited for so long that it should be told. */
        void tell();

        /** From here on nobody waits for who is missing, until it comes back to life. */
        void giveUp();
    }

    Lockstep(long startNanos, int ticksPerSecond, Company company) {
        this.periodNanos = NANOS_PER_SECOND / ticksPerSecond;
        this.nextNanos = startNanos + periodNanos;
        this.company = company;
    }

    @Override
    public int due(long nowNanos) {
        if (nowNanos < nextNanos) {
            return 0;
        }
        if (company.missing() && !patienceEnds(nowNanos)) {
            nextNanos = nowNanos;
            return 0;
        }
        waits = false;
        nextNanos = Math.max(nextNanos + periodNanos, nowNanos);
        return 1;
    }

    private boolean patienceEnds(long nowNanos) {
        if (!waits) {
            waits = true;
            sinceNanos = nowNanos;
            wordNanos = nowNanos + FIRST_WORD_NANOS;
        }
        if (nowNanos - sinceNanos >= MOST_WAIT_NANOS) {
            company.giveUp();
            return true;
        }
        if (nowNanos - wordNanos >= 0) {
            wordNanos = nowNanos + WORD_NANOS;
            company.tell();
        }
        return false;
    }

    @Override
    public long leftNanos(long nowNanos) {
        long left = nextNanos - nowNanos;
        return waits ? Math.max(left, LOOK_NANOS) : left;
    }

    @Override
    public long dropped() {
        return 0;
    }
}

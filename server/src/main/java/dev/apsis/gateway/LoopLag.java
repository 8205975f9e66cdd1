package dev.apsis.gateway;

import dev.apsis.measure.Buckets;
import dev.apsis.measure.Buckets.Counted;

import java.util.function.LongSupplier;

/**
 * How late one event loop comes to what is due: it looks at the clock ten times a second, and would
 * always come in time if it had nothing to do. Owned by that loop.
 */
final class LoopLag {
    /** How often it is to be looked. */
    static final int LOOK_MILLIS = 100;

    private static final long LOOK_NANOS = LOOK_MILLIS * 1_000_000L;
    private static final int LOOKS_PER_TURN = 300;

    private final LongSupplier nanos;
    private final Buckets ever = new Buckets();
    private long before;
    private long worst;
    private long worstBefore;
    private int looks;

    LoopLag(LongSupplier nanos) {
        this.nanos = nanos;
        this.before = nanos.getAsLong();
    }

    void look() {
        long now = nanos.getAsLong();
        long late = Math.max(0, now - before - LOOK_NANOS);
        before = now;
        ever.record(late);
        worst = Math.max(worst, late);
        if (++looks % LOOKS_PER_TURN == 0) {
            worstBefore = worst;
            worst = 0;
        }
    }

    Counted counted() {
        return ever.counted();
    }

    /** The worst of the last half to whole minute. */
    long worstNanos() {
        return Math.max(worst, worstBefore);
    }
}

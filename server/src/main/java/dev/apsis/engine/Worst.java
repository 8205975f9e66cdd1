package dev.apsis.engine;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the worst tick of the last half to whole minute. Owned by the room's context; only a
 * tick worse than all others before it allocates anything.
 */
final class Worst {
    private @Nullable WorstTick current;
    private @Nullable WorstTick before;

    void note(long deadlineNanos, long lateNanos, long tookNanos, Lapse lapse) {
        WorstTick worst = current;
        if (worst == null || lateNanos + tookNanos > worst.behindNanos()) {
            current =
                    new WorstTick(
                            lapse.tick(), deadlineNanos, lateNanos, tookNanos, lapse.lastNanos());
        }
    }

    /** Another half minute begins. */
    void turn() {
        before = current;
        current = null;
    }

    /** Null before the first tick. */
    @Nullable WorstTick get() {
        WorstTick a = before;
        WorstTick b = current;
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.behindNanos() > b.behindNanos() ? a : b;
    }
}

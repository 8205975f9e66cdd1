package dev.apsis.engine;

import java.util.Map;

/**
 * The tick of the last half to whole minute that ended furthest behind its deadline, and where its
 * time went. The deadline is on the room's clock.
 */
public record WorstTick(
        int tick, long deadlineNanos, long lateNanos, long tookNanos, Map<TickPhase, Long> phases) {
    public WorstTick {
        phases = Map.copyOf(phases);
    }

    /** How far behind its deadline it ended. */
    public long behindNanos() {
        return lateNanos + tookNanos;
    }
}

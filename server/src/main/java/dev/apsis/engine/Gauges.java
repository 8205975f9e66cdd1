package dev.apsis.engine;

import dev.apsis.measure.Buckets.Counted;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * How a room does, in numbers: the one place all that watches it asks. Counts go up from the room's
 * beginning.
 */
public record Gauges(int tick, Heads heads, Time time, Shown shown, Relieved relieved) {
    /** Who is there; house bots are players, but no people. */
    public record Heads(int players, int people, int viewers) {
        /** Whether nobody flies here but house bots, and nobody watches them. */
        public boolean empty() {
            return people == 0 && viewers == 0;
        }
    }

    /**
     * How late ticks began, how long they and their phases took, which was the worst (null before
     * the first), for how many seconds in a row too many were late, and how many were never run.
     */
    public record Time(
            Spread late,
            Spread took,
            Map<TickPhase, Spread> phases,
            @Nullable WorstTick worst,
            int lateSeconds,
            long dropped,
            Ticks ticks) {
        public Time {
            phases = Map.copyOf(phases);
        }
    }

    /** All ticks from the room's beginning: how late they began, and how long they took. */
    public record Ticks(Counted late, Counted took, Map<TickPhase, Counted> phases) {
        public Ticks {
            phases = Map.copyOf(phases);
        }
    }

    /**
     * Snapshots that were shown and their bytes, those that were skipped because the line was busy,
     * those that had to tell everything again, how long it took to show a frame to everybody on one
     * event loop, and commands that came after their tick.
     */
    public record Shown(
            long snapshots,
            long bytes,
            long skipped,
            long resyncs,
            Counted showing,
            long lateCommands) {
        static final Shown NOTHING = new Shown(0, 0, 0, 0, Counted.NONE, 0);

        Shown and(RoomMessage.Watched more) {
            return new Shown(
                    snapshots + more.shown(),
                    bytes + more.bytes(),
                    skipped + more.skipped(),
                    resyncs + more.resyncs(),
                    showing.and(more.showing()),
                    lateCommands);
        }

        Shown withLate(long commands) {
            return new Shown(snapshots, bytes, skipped, resyncs, showing, commands);
        }
    }

    /** The relief in force, and how often each step of it was taken. */
    public record Relieved(Relief now, Map<Relief, Integer> taken) {
        public Relieved {
            taken = Map.copyOf(taken);
        }
    }
}

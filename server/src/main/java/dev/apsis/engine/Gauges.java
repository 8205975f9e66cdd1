package dev.apsis.engine;

import java.util.Map;

/**
 * How a room does, in numbers: the one place all that watches it asks. Counts go up from the room's
 * beginning.
 */
public record Gauges(int tick, Heads heads, Time time, Shown shown, Relieved relieved) {
    /** Who is there; house bots are players, but no people. */
    public record Heads(int players, int people, int viewers) {}

    /** How late ticks began, how long they took, and how many were never run. */
    public record Time(Spread late, Spread took, long dropped) {}

    /**
     * Snapshots that were shown, those that were skipped because the line was busy, those that had
     * to tell everything again, and commands that came after their tick.
     */
    public record Shown(long snapshots, long skipped, long resyncs, long lateCommands) {
        Shown and(RoomMessage.Watched more) {
            return new Shown(
                    snapshots + more.shown(),
                    skipped + more.skipped(),
                    resyncs + more.resyncs(),
                    lateCommands);
        }

        Shown withLate(long commands) {
            return new Shown(snapshots, skipped, resyncs, commands);
        }
    }

    /** The relief in force, and how often each step of it was taken. */
    public record Relieved(Relief now, Map<Relief, Integer> taken) {
        public Relieved {
            taken = Map.copyOf(taken);
        }
    }
}

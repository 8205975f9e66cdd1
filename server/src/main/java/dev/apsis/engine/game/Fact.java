package dev.apsis.engine.game;

import java.util.List;

/**
 * What happened in a game and must not be lost on the way, unlike what a frame shows: seats and
 * ticks, never names. A simulation hands out each fact once.
 */
public sealed interface Fact {
    int tick();

    /**
     * A pilot's body was destroyed. {@code by} is the seat that is credited, -1 for none; {@code
     * cause} a word of the game; {@code bounty} whether a streak was ended; {@code trips} how far
     * both are from the server, which a simulation does not know.
     */
    record Downed(
            int tick,
            int victim,
            int by,
            List<Integer> assists,
            String cause,
            boolean bounty,
            Trips trips)
            implements Fact {
        public Downed {
            assists = List.copyOf(assists);
        }

        public Downed(
                int tick, int victim, int by, List<Integer> assists, String cause, boolean bounty) {
            this(tick, victim, by, assists, cause, bounty, Trips.UNKNOWN);
        }

        /** The same, told with how far both are away. */
        public Downed over(Trips measured) {
            return new Downed(tick, victim, by, assists, cause, bounty, measured);
        }
    }

    /** The round trips of who was downed and of who is credited; 0 where nobody knows. */
    record Trips(int victimMillis, int killerMillis) {
        public static final Trips UNKNOWN = new Trips(0, 0);
    }

    /**
     * A round entered a phase, which lasts until {@code endTick} at most. At its end come the
     * winner (-1 for none), the winning side (0 for none) and the standings, best first.
     */
    record Entered(
            int tick,
            int round,
            Phase phase,
            int endTick,
            int winner,
            int winningSide,
            List<Standing> standings)
            implements Fact {
        public Entered {
            standings = List.copyOf(standings);
        }
    }

    /** A pilot plays for a side, numbered from 1. */
    record Sided(int tick, int seat, int side) implements Fact {}

    /** One line of a round's standings. */
    record Standing(int seat, int side, int score, int kills, int deaths) {}

    /** What a round is in. */
    enum Phase {
        WAITING,
        PLAYING,
        PODIUM
    }
}

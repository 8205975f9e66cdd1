package dev.apsis.orbit;

import dev.apsis.protocol.orbit.Arena;

import java.util.Locale;

/** What a match is made of; the number of teams matters to {@link Game#TEAMS} only. */
public record GameSettings(Game mode, int teams, int capacity, Arena arena) {
    public static final int MOST_TEAMS = 4;

    public GameSettings {
        if (teams < 2 || teams > MOST_TEAMS) {
            throw new IllegalArgumentException("2 to 4 teams, not " + teams);
        }
        if (mode == Game.DUEL && capacity != 2) {
            throw new IllegalArgumentException("a duel has 2 seats, not " + capacity);
        }
    }

    /** Everyone for themselves in a given arena. */
    public static GameSettings freeForAll(Arena arena, int capacity) {
        return new GameSettings(Game.FFA, 2, capacity, arena);
    }

    /** A match in the arena that fits it. */
    public static GameSettings of(Game mode, int teams, int capacity, int ticksPerSecond) {
        int seats = mode == Game.DUEL ? 2 : capacity;
        Arena arena =
                mode == Game.DUEL
                        ? Arenas.mirrored(ticksPerSecond)
                        : Arenas.open(seats, ticksPerSecond);
        return new GameSettings(mode, teams, seats, arena);
    }

    /** The ways to play. */
    public enum Game {
        FFA,
        TEAMS,
        DUEL;

        /** How it is called on the wire and on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

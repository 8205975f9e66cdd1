package dev.apsis.orbit;

import dev.apsis.protocol.orbit.Arena;

import java.util.Locale;

/**
 * What a match is made of; the number of teams matters to {@link Game#TEAMS} only, and so does
 * whether pilots are dealt to them anew before each round.
 */
public record GameSettings(Game mode, int teams, int capacity, Arena arena, boolean dealsAnew) {
    public static final int MOST_TEAMS = 4;

    public GameSettings {
        if (teams < 2 || teams > MOST_TEAMS) {
            throw new IllegalArgumentException("2 to 4 teams, not " + teams);
        }
        if (mode == Game.DUEL && capacity != 2) {
            throw new IllegalArgumentException("a duel has 2 seats, not " + capacity);
        }
    }

    /** A match whose teams are dealt anew before each round. */
    public GameSettings(Game mode, int teams, int capacity, Arena arena) {
        this(mode, teams, capacity, arena, true);
    }

    /** The same in a chosen arena. */
    public GameSettings in(ArenaChoice choice, int ticksPerSecond) {
        Arena chosen = choice.arena(this, ticksPerSecond);
        return new GameSettings(mode, teams, capacity, chosen, dealsAnew);
    }

    /** The same, whose teams are dealt anew before each round, or stay as they are. */
    public GameSettings dealingAnew(boolean deals) {
        return new GameSettings(mode, teams, capacity, arena, deals);
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

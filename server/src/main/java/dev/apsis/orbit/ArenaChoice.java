package dev.apsis.orbit;

import dev.apsis.protocol.orbit.Arena;

/** The kinds of arena a host may choose from; each is sized for its room. */
public enum ArenaChoice {
    /** What fits the mode and the seats. */
    AUTO,
    /** One star, two planets, a moon. */
    LONE,
    /** A star in the middle and others round it. */
    CLUSTER,
    /** The same seen from two opposite sides. */
    MIRRORED;

    Arena arena(GameSettings game, int ticksPerSecond) {
        return switch (this) {
            case AUTO -> game.arena();
            case LONE -> Arenas.lone(game.capacity(), ticksPerSecond);
            case CLUSTER -> Arenas.cluster(game.capacity(), ticksPerSecond);
            case MIRRORED -> Arenas.mirrored(game.capacity(), ticksPerSecond);
        };
    }
}

package dev.apsis.orbit;

import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;

import java.util.List;

/** The arenas Orbit is played in, sized so that a full room is as dense as any other. */
public final class Arenas {
    private static final int RADIUS_AT_32 = 3000;
    private static final int STAR_PULL = 100_000_000;

    private Arenas() {}

    /** One star, two planets on their rails, the outer one with a moon. */
    public static Arena lone(int capacity, int ticksPerSecond) {
        int radius = (int) (RADIUS_AT_32 * Math.sqrt(Math.max(8, capacity) / 32.0));
        return new Arena(
                radius,
                ticksPerSecond,
                List.of(
                        new Body(Body.Type.STAR, 160, STAR_PULL, -1, 0, 0, 0),
                        planet(70, 6_000_000, radius * 45 / 100, 0, 70, ticksPerSecond),
                        planet(95, 9_000_000, radius * 75 / 100, 1 << 30, 150, ticksPerSecond),
                        new Body(
                                Body.Type.MOON, 30, 900_000, 2, 260, 0, rate(24, ticksPerSecond))));
    }

    private static Body planet(
            int radius, int pull, int orbit, int phase, int yearSeconds, int ticksPerSecond) {
        int rate = rate(yearSeconds, ticksPerSecond);
        return new Body(Body.Type.PLANET, radius, pull, -1, orbit, phase, rate);
    }

    /** The angle per tick of something that goes round once in so many seconds. */
    private static int rate(int seconds, int ticksPerSecond) {
        return (int) ((1L << 32) / ((long) seconds * ticksPerSecond));
    }
}

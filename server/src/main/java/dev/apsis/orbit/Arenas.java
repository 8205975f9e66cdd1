package dev.apsis.orbit;

import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;

import java.util.ArrayList;
import java.util.List;

/** The arenas Orbit is played in, sized so that a full room is as dense as any other. */
public final class Arenas {
    private static final int RADIUS_AT_32 = 3000;
    private static final int STAR_RADIUS = 160;
    private static final int STAR_PULL = 100_000_000;
    private static final int HALF_CIRCLE = 1 << 31;

    /** Up to so many seats there is one star; beyond, one more for each so many. */
    private static final int SEATS_PER_STAR = 64;

    private static final int LEAST_OUTER_STARS = 2;
    private static final int MOST_OUTER_STARS = 10;
    private static final int DUEL_SEATS = 8;

    private Arenas() {}

    /** As many stars as a room of this size needs, with their planets and moons. */
    public static Arena open(int capacity, int ticksPerSecond) {
        int stars = Math.min(MOST_OUTER_STARS, (capacity - 1) / SEATS_PER_STAR);
        return stars < 2
                ? lone(capacity, ticksPerSecond)
                : cluster(capacity, stars, ticksPerSecond);
    }

    /** One star, two planets on their rails, the outer one with a moon. */
    public static Arena lone(int capacity, int ticksPerSecond) {
        int radius = radius(capacity);
        return new Arena(
                radius,
                ticksPerSecond,
                List.of(
                        star(0, 0),
                        planet(70, 6_000_000, -1, radius * 45 / 100, 0, 70, ticksPerSecond),
                        planet(95, 9_000_000, -1, radius * 75 / 100, 1 << 30, 150, ticksPerSecond),
                        moon(2, ticksPerSecond)));
    }

    /** A star in the middle and at least two more, however few seats there are. */
    public static Arena cluster(int capacity, int ticksPerSecond) {
        int stars = Math.min(MOST_OUTER_STARS, (capacity - 1) / SEATS_PER_STAR);
        return cluster(capacity, Math.max(LEAST_OUTER_STARS, stars), ticksPerSecond);
    }

    /** A star in the middle and a ring of others, each with a planet of its own. */
    private static Arena cluster(int capacity, int outerStars, int ticksPerSecond) {
        int radius = radius(capacity);
        List<Body> bodies = new ArrayList<>();
        bodies.add(star(0, 0));
        for (int i = 0; i < outerStars; i++) {
            int phase = (int) ((1L << 32) / outerStars * i);
            bodies.add(star(radius * 62 / 100, phase));
        }
        int apart = radius * 62 / 100 * 6 / outerStars;
        for (int i = 0; i <= outerStars; i += 2) {
            int orbit = Math.min(Math.min(1800, radius * 3 / 10), apart * 2 / 5);
            bodies.add(planet(80, 7_000_000, i, orbit, i << 27, 110, ticksPerSecond));
        }
        bodies.add(moon(bodies.size() - 1, ticksPerSecond));
        return new Arena(radius, ticksPerSecond, bodies);
    }

    /** The same seen from either of two opposite sides: fair for duels. */
    public static Arena mirrored(int ticksPerSecond) {
        return mirrored(DUEL_SEATS, ticksPerSecond);
    }

    /** The same for more than a duel. */
    public static Arena mirrored(int capacity, int ticksPerSecond) {
        int radius = radius(capacity);
        int orbit = radius * 70 / 100;
        return new Arena(
                radius,
                ticksPerSecond,
                List.of(
                        star(0, 0),
                        planet(60, 5_000_000, -1, orbit, 0, 90, ticksPerSecond),
                        planet(60, 5_000_000, -1, orbit, HALF_CIRCLE, 90, ticksPerSecond)));
    }

    private static int radius(int capacity) {
        return (int) (RADIUS_AT_32 * Math.sqrt(Math.max(8, capacity) / 32.0));
    }

    private static Body star(int orbit, int phase) {
        return new Body(Body.Type.STAR, STAR_RADIUS, STAR_PULL, -1, orbit, phase, 0);
    }

    private static Body planet(
            int radius,
            int pull,
            int parent,
            int orbit,
            int phase,
            int yearSeconds,
            int ticksPerSecond) {
        int rate = rate(yearSeconds, ticksPerSecond);
        return new Body(Body.Type.PLANET, radius, pull, parent, orbit, phase, rate);
    }

    private static Body moon(int parent, int ticksPerSecond) {
        return new Body(Body.Type.MOON, 30, 900_000, parent, 260, 0, rate(24, ticksPerSecond));
    }

    /** The angle per tick of something that goes round once in so many seconds. */
    private static int rate(int seconds, int ticksPerSecond) {
        return (int) ((1L << 32) / ((long) seconds * ticksPerSecond));
    }
}

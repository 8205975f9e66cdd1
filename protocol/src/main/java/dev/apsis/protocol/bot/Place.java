package dev.apsis.protocol.bot;

/**
 * A place and a way where nothing need be: where something will be, or a point to fly to.
 *
 * @param x units to the right of the arena's middle
 * @param y units above it
 * @param vx units per second
 * @param vy units per second
 */
public record Place(double x, double y, double vx, double vy) implements Thing {
    /** No place in particular, but a way: a speed in a direction, for {@link Command#moveAs}. */
    public static Place moving(double direction, double speed) {
        return new Place(0, 0, Math.cos(direction) * speed, Math.sin(direction) * speed);
    }

    /** A point at rest. */
    public static Place at(double x, double y) {
        return new Place(x, y, 0, 0);
    }

    /** Of a vector. Math.hypot is ten times as slow, for lengths that no arena has. */
    static double length(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }
}

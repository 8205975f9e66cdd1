package dev.apsis.protocol.bot;

import dev.apsis.protocol.orbit.Body;

/**
 * A star, planet or moon, as it stands in a view: it pulls, and it is hard.
 *
 * @param body what it is: type, radius, pull, and the rails it runs on
 * @param x units to the right of the arena's middle
 * @param y units above it
 * @param vx units per second
 * @param vy units per second
 */
public record Orb(Body body, double x, double y, double vx, double vy) implements Thing {
    /** From its middle to its surface. */
    public double radius() {
        return body.radiusUnits();
    }

    /** Whether it feeds energy to who comes near, and burns who touches it. */
    public boolean star() {
        return body.type() == Body.Type.STAR;
    }

    /** How far something is above its surface. */
    public double height(Thing thing) {
        return distance(thing) - radius();
    }

    /** The speed of a circular orbit at a distance from its middle. */
    public double orbitSpeed(double distance) {
        return Math.sqrt(body.pull() / Math.max(1, distance));
    }
}

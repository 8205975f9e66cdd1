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
    private static final double RETURN_PER_SECOND = 0.8;
    private static final double MOST_RETURN_SPEED = 250;

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

    /** How far the straight line between two things stays above its surface. */
    public double heightOver(Thing from, Thing to) {
        double wayX = to.x() - from.x();
        double wayY = to.y() - from.y();
        double length2 = Math.max(1, wayX * wayX + wayY * wayY);
        double along = ((x - from.x()) * wayX + (y - from.y()) * wayY) / length2;
        double part = Math.clamp(along, 0.0, 1.0);
        return height(Place.at(from.x() + wayX * part, from.y() + wayY * part));
    }

    /**
     * How something should move to circle this orb at a distance from its middle: the way round it
     * already goes, inwards or outwards until it is there. For {@link Command#moveAs}.
     */
    public Place circle(Thing thing, double distance) {
        double out = bearing(thing);
        double cos = Math.cos(out);
        double sin = Math.sin(out);
        double around = (thing.vy() - vy) * cos - (thing.vx() - vx) * sin >= 0 ? 1 : -1;
        double speed = around * orbitSpeed(distance);
        double away = (distance - distance(thing)) * RETURN_PER_SECOND;
        double climb = Math.clamp(away, -MOST_RETURN_SPEED, MOST_RETURN_SPEED);
        return new Place(
                thing.x(),
                thing.y(),
                vx + cos * climb - sin * speed,
                vy + sin * climb + cos * speed);
    }

    /** The speed of a circular orbit at a distance from its middle. */
    public double orbitSpeed(double distance) {
        return Math.sqrt(body.pull() / Math.max(1, distance));
    }
}

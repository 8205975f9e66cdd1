package dev.apsis.protocol.bot;

/**
 * Anything that has a place and a way: units, and units per second, counter-clockwise angles from
 * east, y upwards.
 */
public sealed interface Thing permits Ship, Torpedo, Shard, Orb, Place {
    /** Units to the right of the arena's middle. */
    double x();

    /** Units above the arena's middle. */
    double y();

    /** Units per second to the right. */
    double vx();

    /** Units per second upwards. */
    double vy();

    /** Units per second, whichever way. */
    default double speed() {
        return Place.length(vx(), vy());
    }

    /** The direction it moves in; 0 if it rests. */
    default double course() {
        return Radians.wrap(Math.atan2(vy(), vx()));
    }

    /** Units between the middles of two things. */
    default double distance(Thing other) {
        return Place.length(other.x() - x(), other.y() - y());
    }

    /** The direction in which another thing is seen from this one. */
    default double bearing(Thing other) {
        return Radians.wrap(Math.atan2(other.y() - y(), other.x() - x()));
    }

    /** How fast two things approach each other, in units per second; negative: they part. */
    default double closingSpeed(Thing other) {
        double dx = other.x() - x();
        double dy = other.y() - y();
        double far = Math.max(1e-9, Place.length(dx, dy));
        return ((vx() - other.vx()) * dx + (vy() - other.vy()) * dy) / far;
    }
}

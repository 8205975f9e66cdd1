package dev.apsis.protocol.bot;

import dev.apsis.protocol.orbit.Drive;

import java.util.ArrayList;
import java.util.List;

/**
 * The way out: tries headings all around and keeps the one that stays clearest. A heading is given
 * up as soon as it can't be better than the best before it. Made for one view.
 */
final class Escape {
    private static final int HEADINGS = 16;
    private static final double ESCAPE_SECONDS = 1.6;
    private static final double SAFE_UNITS = 500;

    /** What a full turn of the nose costs, in units of clearance. */
    private static final double TURN_UNITS = 40;

    private final View view;
    private final Strides strides;
    private final Threat[] threats;

    /** What flies straight on, as far as one can tell, and for how long it is there. */
    private record Threat(Thing thing, double reach, double seconds) {
        double gap(double x, double y, double afterSeconds) {
            double dx = thing.x() + thing.vx() * afterSeconds - x;
            double dy = thing.y() + thing.vy() * afterSeconds - y;
            return Place.length(dx, dy) - reach;
        }
    }

    Escape(View view, Strides strides, Ship ship) {
        this.view = view;
        this.strides = strides;
        this.threats = threats(view, ship);
    }

    private static Threat[] threats(View view, Ship ship) {
        List<Threat> threats = new ArrayList<>();
        for (Torpedo torpedo : view.torpedoes()) {
            if (torpedo.owner() != ship.seat()) {
                double reach = Torpedo.RADIUS + Ship.RADIUS;
                threats.add(new Threat(place(torpedo), reach, torpedo.lifeSeconds()));
            }
        }
        for (Ship other : view.ships()) {
            if (other.id() != ship.id()) {
                threats.add(new Threat(place(other), 2 * Ship.RADIUS, Double.MAX_VALUE));
            }
        }
        return threats.toArray(Threat[]::new);
    }

    /** Read from its row once, for it is asked for often. */
    private static Place place(Thing thing) {
        return new Place(thing.x(), thing.y(), thing.vx(), thing.vy());
    }

    /** The heading under which a thrusting ship stays clearest of everything. */
    double safestHeading(Ship ship) {
        double best = ship.heading();
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < HEADINGS; i++) {
            double heading = Radians.wrap(ship.heading() + i * Radians.CIRCLE / HEADINGS);
            double turn = Math.abs(Radians.turn(ship.heading(), heading)) / Radians.CIRCLE;
            double cost = turn * TURN_UNITS;
            double worth = clearance(ship, heading, most + cost) - cost;
            if (worth > most) {
                most = worth;
                best = heading;
            }
        }
        return best;
    }

    /**
     * How near a ship comes to anything while it flies a heading, the border being a surface too;
     * not looked at any further once it is too little.
     */
    private double clearance(Ship ship, double heading, double tooLittle) {
        strides.from(ship, view.tick());
        int wanted = Radians.toWire(heading);
        double least = SAFE_UNITS;
        int most = strides.in(ESCAPE_SECONDS);
        for (int i = 1; i <= most && least > tooLittle; i++) {
            strides.towards(wanted, Drive.THRUST);
            least = Math.min(least, room(strides.seconds(i)));
        }
        return least;
    }

    /** How far everything is from where the strides have come to. */
    private double room(double seconds) {
        double x = strides.x();
        double y = strides.y();
        int orb = strides.nearest();
        double least = orb < 0 ? SAFE_UNITS : strides.height(orb);
        least = Math.min(least, view.arenaRadius() - Place.length(x, y));
        least = Math.min(least, SAFE_UNITS - Ship.RADIUS);
        for (Threat threat : threats) {
            if (threat.seconds >= seconds) {
                least = Math.min(least, threat.gap(x, y, seconds));
            }
        }
        return least;
    }
}

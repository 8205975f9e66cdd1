package dev.apsis.protocol.bot;

import dev.apsis.protocol.orbit.Drive;
import dev.apsis.protocol.orbit.Flight;
import dev.apsis.protocol.orbit.Rules;

import java.util.Optional;

/**
 * Where to point so that a torpedo and its target meet: the target's way is looked ahead, the
 * torpedo's first guessed straight, then let fall and the miss taken off the aim. Made for one
 * view.
 */
final class Gunnery {
    private static final int CORRECTIONS = 3;
    private static final double MUZZLE = Rules.SHIP_RADIUS + Rules.TORPEDO_RADIUS + 1;

    /** After so many strides a target's rudder is no longer believed; after so many its engine. */
    private static final int TURNING_STRIDES = 3;

    private static final int DRIVING_STRIDES = 12;

    private final View view;
    private final Strides strides;
    private final double[] xs;
    private final double[] ys;

    Gunnery(View view, Strides strides) {
        this.view = view;
        this.strides = strides;
        int most = strides.in(Rules.ARMING_SECONDS + Rules.TORPEDO_SECONDS) + 1;
        this.xs = new double[most];
        this.ys = new double[most];
    }

    /** How a ship hits a target, if a torpedo can reach it in its life. */
    Optional<Aim> aim(Ship ship, Thing target) {
        lookAhead(target);
        double delay = Rules.ARMING_SECONDS;
        double fromX = ship.x() + ship.vx() * delay;
        double fromY = ship.y() + ship.vy() * delay;
        double seconds = meetingSeconds(ship, fromX, fromY);
        if (Double.isNaN(seconds)) {
            return Optional.empty();
        }
        double flown = seconds - delay;
        double wantX = at(xs, seconds) - ship.vx() * flown - fromX;
        double wantY = at(ys, seconds) - ship.vy() * flown - fromY;
        double heading = Math.atan2(wantY, wantX);
        for (int i = 0; i < CORRECTIONS; i++) {
            Place there = shot(ship, Place.at(fromX, fromY), heading, flown);
            wantX += at(xs, seconds) - there.x();
            wantY += at(ys, seconds) - there.y();
            heading = Math.atan2(wantY, wantX);
        }
        Place there = Place.at(at(xs, seconds), at(ys, seconds));
        return Optional.of(new Aim(Radians.wrap(heading), seconds, there));
    }

    private void lookAhead(Thing target) {
        strides.from(target, view.tick());
        xs[0] = strides.x();
        ys[0] = strides.y();
        for (int i = 1; i < xs.length; i++) {
            if (target instanceof Ship ship) {
                double rudder = i <= TURNING_STRIDES ? ship.rudder() * Flight.RUDDER : 0;
                strides.fly((int) rudder, i <= DRIVING_STRIDES ? ship.drive() : Drive.COAST);
            } else {
                strides.fall();
            }
            xs[i] = strides.x();
            ys[i] = strides.y();
        }
    }

    /** When a torpedo on a straight way could first be where the target is; NaN if never. */
    private double meetingSeconds(Ship ship, double fromX, double fromY) {
        double before = 0;
        for (int i = 1; i < xs.length; i++) {
            double flown = strides.seconds(i) - Rules.ARMING_SECONDS;
            double dx = xs[i] - fromX - ship.vx() * flown;
            double dy = ys[i] - fromY - ship.vy() * flown;
            double missing =
                    Place.length(dx, dy) - MUZZLE - Rules.TORPEDO_SPEED * Math.max(0, flown);
            if (flown > 0 && missing <= 0) {
                double part = before > 0 ? before / (before - missing) : 1;
                return Math.max(Rules.ARMING_SECONDS, strides.seconds(i - 1 + part));
            }
            before = missing;
        }
        return Double.NaN;
    }

    /** Where a torpedo is that left the nose some seconds ago. */
    private Place shot(Ship ship, Place from, double heading, double seconds) {
        double cos = Math.cos(heading);
        double sin = Math.sin(heading);
        var torpedo =
                new Place(
                        from.x() + cos * MUZZLE,
                        from.y() + sin * MUZZLE,
                        ship.vx() + cos * Rules.TORPEDO_SPEED,
                        ship.vy() + sin * Rules.TORPEDO_SPEED);
        strides.from(torpedo, view.tick() + view.ticks(Rules.ARMING_SECONDS));
        int whole = strides.in(seconds);
        double x = torpedo.x();
        double y = torpedo.y();
        for (int i = 0; i < whole; i++) {
            x = strides.x();
            y = strides.y();
            strides.fall();
        }
        double part = whole == 0 ? 0 : seconds / strides.seconds(1) - (whole - 1);
        return Place.at(x + (strides.x() - x) * part, y + (strides.y() - y) * part);
    }

    /** A place between two strides, on a straight line. */
    private double at(double[] places, double seconds) {
        double strideOf = seconds / strides.seconds(1);
        int whole = (int) Math.min(places.length - 2, Math.floor(strideOf));
        return places[whole] + (places[whole + 1] - places[whole]) * (strideOf - whole);
    }
}

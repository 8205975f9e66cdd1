package dev.apsis.protocol.bot;

import dev.apsis.protocol.orbit.Drive;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What threatens a ship. Orbs by looking ahead; ships and torpedoes, which fall alike, by the
 * straight line of their relative way. Made for one view.
 */
final class Peril {
    private final View view;
    private final Strides strides;

    Peril(View view, Strides strides) {
        this.view = view;
        this.strides = strides;
    }

    /** What a ship meets first within some seconds with its engine off. */
    Optional<Impact> impact(Ship ship, double withinSeconds) {
        Impact first = orbImpact(ship, withinSeconds);
        for (Ship other : view.ships()) {
            if (other.id() != ship.id() && other.hull() > 0) {
                first = sooner(first, meeting(ship, other, 2 * Ship.RADIUS, withinSeconds));
            }
        }
        for (Torpedo torpedo : view.torpedoes()) {
            if (torpedo.owner() != ship.seat()) {
                double within = Math.min(withinSeconds, torpedo.lifeSeconds());
                double reach = Ship.RADIUS + Torpedo.RADIUS;
                first = sooner(first, meeting(ship, torpedo, reach, within));
            }
        }
        return Optional.ofNullable(first);
    }

    private @Nullable Impact orbImpact(Ship ship, double withinSeconds) {
        strides.from(ship, view.tick());
        int most = strides.in(withinSeconds);
        for (int i = 1; i <= most; i++) {
            strides.fly(0, Drive.COAST);
            int orb = strides.nearest();
            if (orb < 0) {
                return null;
            }
            if (strides.height(orb) <= Ship.RADIUS) {
                return new Impact(view.orbs().get(orb), strides.seconds(i), strides.speed());
            }
        }
        return null;
    }

    /** When two things on their straight ways are within a reach of each other. */
    private static @Nullable Impact meeting(Thing one, Thing other, double reach, double within) {
        double dx = other.x() - one.x();
        double dy = other.y() - one.y();
        double vx = other.vx() - one.vx();
        double vy = other.vy() - one.vy();
        double speed2 = vx * vx + vy * vy;
        double along = dx * vx + dy * vy;
        double gap = dx * dx + dy * dy - reach * reach;
        if (gap <= 0) {
            return new Impact(other, 0, Math.sqrt(speed2));
        }
        double root = along * along - speed2 * gap;
        if (along >= 0 || root < 0) {
            return null;
        }
        double seconds = (-along - Math.sqrt(root)) / speed2;
        return seconds <= within ? new Impact(other, seconds, Math.sqrt(speed2)) : null;
    }

    private static @Nullable Impact sooner(@Nullable Impact one, @Nullable Impact other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.seconds() <= other.seconds() ? one : other;
    }
}

package dev.apsis.orbit;

import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Angles;
import dev.apsis.protocol.orbit.Body;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rails;
import dev.apsis.protocol.orbit.Rules;

/**
 * Where a ship may appear: far from enemies and torpedoes, clear of every body. Pure but for dice.
 */
final class SafePlaces {
    private static final double FAR_ENOUGH_UNITS = 1600;
    private static final double STAR_CLEAR_UNITS = 700;

    private SafePlaces() {}

    /** The safest of some places the dice name, on a slow orbit round the nearest star. */
    static void choose(World world, int seat, double speed, Place place) {
        double bestX = 0;
        double bestY = 0;
        double best = -1;
        for (int i = 0; i < Balance.SPAWN_TRIES && best < FAR_ENOUGH_UNITS; i++) {
            int angle = world.dice.below(Angles.CIRCLE);
            double far = distance(world);
            double x = far * Angles.cos(angle);
            double y = far * Angles.sin(angle);
            double safety = clear(world, x, y) ? safety(world, seat, x, y) : 0;
            if (safety > best) {
                best = safety;
                bestX = x;
                bestY = y;
            }
        }
        settle(world, bestX, bestY, speed, place);
    }

    /** Puts a place on a circle round the nearest star, at a speed in units per second. */
    static void settle(World world, double x, double y, double speed, Place place) {
        int star = nearestStar(world, x, y);
        double fromX = star < 0 ? x : x - world.rails.x(star);
        double fromY = star < 0 ? y : y - world.rails.y(star);
        int around = Angles.of(fromX, fromY) + Angles.CIRCLE / 4;
        place.x = World.rounded(x * Rules.GRID);
        place.y = World.rounded(y * Rules.GRID);
        place.vx = World.rounded(world.wire(speed) * Angles.cos(around));
        place.vy = World.rounded(world.wire(speed) * Angles.sin(around));
        place.heading = around & 0xffff;
    }

    /** Round a lone star a ring, among several the whole disc. */
    private static double distance(World world) {
        double radius = world.arena.radiusUnits();
        if (world.manyStars) {
            return radius * Balance.FARTHEST_SPAWN * Math.sqrt(world.dice.between(0, 1));
        }
        return radius * world.dice.between(Balance.NEAREST_SPAWN, Balance.FARTHEST_SPAWN);
    }

    private static boolean clear(World world, double x, double y) {
        Rails rails = world.rails;
        rails.place(world.tick());
        for (int i = 0; i < rails.count(); i++) {
            Body body = rails.body(i);
            boolean star = body.type() == Body.Type.STAR;
            double clear = star ? STAR_CLEAR_UNITS : Balance.CLEAR_OF_BODIES_UNITS;
            double dx = rails.x(i) - x;
            double dy = rails.y(i) - y;
            double far = body.radiusUnits() + clear;
            if (dx * dx + dy * dy < far * far) {
                return false;
            }
        }
        return true;
    }

    /** The distance to what could hurt first. */
    private static double safety(World world, int seat, double x, double y) {
        double nearest = FAR_ENOUGH_UNITS * FAR_ENOUGH_UNITS;
        Table ships = world.ships.table();
        for (int other = 0; other < world.ships.count(); other++) {
            boolean enemy = other != seat && !world.pilots.friends(seat, other);
            if (enemy && world.ships.alive(other)) {
                int at = ships.at(other) + ShipRow.X;
                nearest = Math.min(nearest, squared(ships.rows(), at, x, y));
            }
        }
        Table torpedoes = world.torpedoes.table();
        for (int slot = 0; slot < world.torpedoes.end(); slot++) {
            if (world.torpedoes.used(slot)) {
                int at = torpedoes.at(slot) + TorpedoRow.X;
                nearest = Math.min(nearest, squared(torpedoes.rows(), at, x, y));
            }
        }
        return Math.sqrt(nearest);
    }

    private static double squared(int[] rows, int at, double x, double y) {
        double dx = rows[at] / Rules.GRID - x;
        double dy = rows[at + 1] / Rules.GRID - y;
        return dx * dx + dy * dy;
    }

    private static int nearestStar(World world, double x, double y) {
        Rails rails = world.rails;
        rails.place(world.tick());
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < rails.count(); i++) {
            double dx = rails.x(i) - x;
            double dy = rails.y(i) - y;
            double squared = dx * dx + dy * dy;
            if (rails.body(i).type() == Body.Type.STAR && squared < least) {
                least = squared;
                nearest = i;
            }
        }
        return nearest;
    }
}

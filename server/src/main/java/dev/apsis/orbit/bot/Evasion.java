package dev.apsis.orbit.bot;

import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Angles;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Drive;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rules;

/** Stays out of the way of what kills: bodies, the border, torpedoes. Owned by its crew. */
final class Evasion {
    private static final int COAST_STRIDES = 40;
    private static final int ESCAPE_STRIDES = 30;
    private static final int ESCAPES = 12;

    /** How much further than it flies a ship could fall. */
    private static final double FALL_UNITS = 300;

    private static final double DODGE_SECONDS = 0.6;
    private static final double TORPEDO_UNITS = 30;
    private static final double SHIP_UNITS = 50;

    private final Foresight foresight;
    private final double radius;
    private double soonest;
    private double pushX;
    private double pushY;

    Evasion(Foresight foresight, Arena arena) {
        this.foresight = foresight;
        this.radius = arena.radiusUnits();
    }

    /** Turns away from a body it would fall onto; whether it had to. */
    boolean avoidBodies(Senses senses, double care, Stick stick) {
        double seconds = COAST_STRIDES * foresight.strideSeconds();
        double speed = Math.sqrt(senses.vx * senses.vx + senses.vy * senses.vy);
        if (foresight.above(senses) > speed * seconds + FALL_UNITS) {
            return false;
        }
        Table ships = senses.ships();
        int at = ships.at(senses.seat);
        int[] rows = ships.rows();
        double coast = foresight.clearance(rows, at, 0, Drive.COAST, senses.tick, COAST_STRIDES);
        if (coast > care) {
            return false;
        }
        int best = senses.heading;
        double most = -Double.MAX_VALUE;
        int drive = senses.energy > 10 ? Drive.BOOST : Drive.THRUST;
        for (int i = 0; i < ESCAPES; i++) {
            int wanted = senses.heading + i * Angles.CIRCLE / ESCAPES;
            double clear =
                    foresight.clearance(rows, at, wanted, drive, senses.tick, ESCAPE_STRIDES);
            if (clear > most) {
                most = clear;
                best = wanted;
            }
        }
        stick.aim = best & 0xffff;
        stick.thrust = true;
        stick.boost = drive == Drive.BOOST;
        stick.brake = false;
        return true;
    }

    /** Comes back from outside; whether it had to. */
    boolean avoidBorder(Senses senses, Stick stick) {
        double out = Math.sqrt(senses.x * senses.x + senses.y * senses.y) / radius;
        if (out < 0.97) {
            return false;
        }
        stick.change(
                -senses.x / out - senses.vx, -senses.y / out - senses.vy, senses.heading, false);
        return true;
    }

    /** Pushes sideways from what would hit first, ship or seen torpedo; whether anything would. */
    boolean dodge(Senses senses, boolean seesTorpedoes, Crew crew, Stick stick) {
        soonest = DODGE_SECONDS;
        for (int i = 0; i < senses.count(); i++) {
            int slot = senses.slot(i);
            if (senses.type(i) == OrbitSchema.TORPEDO && seesTorpedoes) {
                Table torpedoes = senses.table(OrbitSchema.TORPEDO);
                int at = torpedoes.at(slot);
                if (crew.hostile(senses.seat, torpedoes.rows()[at + TorpedoRow.OWNER])) {
                    consider(senses, torpedoes.rows(), at + TorpedoRow.X, TORPEDO_UNITS);
                }
            } else if (senses.type(i) == OrbitSchema.SHIP && slot != senses.seat) {
                Table ships = senses.ships();
                consider(senses, ships.rows(), ships.at(slot) + ShipRow.X, SHIP_UNITS);
            }
        }
        if (soonest == DODGE_SECONDS) {
            return false;
        }
        push(senses, stick, pushX, pushY);
        return true;
    }

    /** Both go straight on: if they come too near, the push is away from where they would meet. */
    private void consider(Senses senses, int[] rows, int at, double tooNear) {
        double dx = rows[at] / Rules.GRID - senses.x;
        double dy = rows[at + 1] / Rules.GRID - senses.y;
        double wayX = senses.speed(rows[at + 2]) - senses.vx;
        double wayY = senses.speed(rows[at + 3]) - senses.vy;
        double way2 = Math.max(1, wayX * wayX + wayY * wayY);
        double when = -(dx * wayX + dy * wayY) / way2;
        double missX = dx + wayX * when;
        double missY = dy + wayY * when;
        if (when > 0 && when < soonest && missX * missX + missY * missY < tooNear * tooNear) {
            soonest = when;
            double side = wayY * missX - wayX * missY >= 0 ? 1 : -1;
            pushX = -wayY * side;
            pushY = wayX * side;
        }
    }

    /** Uses the engine that is nearer to the wanted way: forwards, or backwards by braking. */
    private static void push(Senses senses, Stick stick, double x, double y) {
        int way = Angles.of(x, y);
        int off = Math.abs(Angles.between(senses.heading, way));
        boolean forwards = off <= Angles.CIRCLE / 4;
        stick.aim = (forwards ? way : way + Angles.CIRCLE / 2) & 0xffff;
        stick.thrust = forwards;
        stick.boost = forwards && senses.energy > 8;
        stick.brake = !forwards;
    }
}

package dev.apsis.orbit.bot;

import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Angles;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.Rules;

/**
 * Where to point so that a torpedo and its target meet: the target's way is looked ahead, the
 * torpedo's first guessed straight, then let fall and the miss corrected. Owned by its crew.
 */
final class Gunner {
    private static final int STRIDES = 26;
    private static final int CORRECTIONS = 2;

    /** After so much time a target's rudder is no longer believed. */
    private static final int TURNING_STRIDES = 4;

    /** After so much, its engine is not either. */
    private static final int DRIVING_STRIDES = 12;

    private final Foresight foresight;
    private final int ticksPerSecond;
    private final double strideSeconds;
    private final double[] xs = new double[STRIDES + 1];
    private final double[] ys = new double[STRIDES + 1];
    private double meetSeconds;

    Gunner(Foresight foresight, int ticksPerSecond) {
        this.foresight = foresight;
        this.ticksPerSecond = ticksPerSecond;
        this.strideSeconds = (double) Foresight.STRIDE_TICKS / ticksPerSecond;
    }

    /**
     * Seconds from the trigger to the meeting of the last aim; more than a torpedo's life if none.
     */
    double meetSeconds() {
        return meetSeconds;
    }

    /** The heading that hits a ship, as well as a level knows. */
    int aim(Senses senses, int target, Level level) {
        Table ships = senses.ships();
        int at = ships.at(target);
        lookAhead(senses, ships.rows(), at, level.foresees());
        if (!level.leads()) {
            meetSeconds = distance(senses, 0) / Rules.TORPEDO_SPEED;
            return Angles.of(xs[0] - senses.x, ys[0] - senses.y);
        }
        double delay = Rules.ARMING_SECONDS;
        double fromX = senses.x + senses.vx * delay;
        double fromY = senses.y + senses.vy * delay;
        int meet = meeting(senses, fromX, fromY, delay);
        double flightSeconds = meet * strideSeconds - delay;
        meetSeconds = meet * strideSeconds;
        double wantX = xs[meet] - senses.vx * flightSeconds - fromX;
        double wantY = ys[meet] - senses.vy * flightSeconds - fromY;
        int heading = Angles.of(wantX, wantY);
        for (int i = 0; level.foresees() && meet < STRIDES && i < CORRECTIONS; i++) {
            drop(senses, fromX, fromY, heading, flightSeconds);
            wantX += xs[meet] - foresight.x();
            wantY += ys[meet] - foresight.y();
            heading = Angles.of(wantX, wantY);
        }
        return heading;
    }

    private void lookAhead(Senses senses, int[] rows, int at, boolean byLaws) {
        foresight.takeShip(rows, at);
        double vx = senses.speed(rows[at + ShipRow.VX]);
        double vy = senses.speed(rows[at + ShipRow.VY]);
        xs[0] = foresight.x();
        ys[0] = foresight.y();
        for (int i = 1; i <= STRIDES; i++) {
            if (byLaws) {
                int rudder = i <= TURNING_STRIDES ? rows[at + ShipRow.TURN_B] : 0;
                int drive = i <= DRIVING_STRIDES ? rows[at + ShipRow.DRIVE_B] : 0;
                foresight.fly(rudder, drive, senses.tick + (i - 1) * Foresight.STRIDE_TICKS);
                xs[i] = foresight.x();
                ys[i] = foresight.y();
            } else {
                xs[i] = xs[0] + vx * i * strideSeconds;
                ys[i] = ys[0] + vy * i * strideSeconds;
            }
        }
    }

    /** The first stride at which a torpedo could be where the target is; the last if none. */
    private int meeting(Senses senses, double fromX, double fromY, double delay) {
        for (int i = 1; i < STRIDES; i++) {
            double seconds = i * strideSeconds - delay;
            double dx = xs[i] - fromX - senses.vx * seconds;
            double dy = ys[i] - fromY - senses.vy * seconds;
            double reach = Rules.TORPEDO_SPEED * seconds + Rules.SHIP_RADIUS;
            if (seconds > 0 && dx * dx + dy * dy <= reach * reach) {
                return i;
            }
        }
        return STRIDES;
    }

    private void drop(Senses senses, double fromX, double fromY, int heading, double seconds) {
        double vx = senses.vx + Angles.cos(heading) * Rules.TORPEDO_SPEED;
        double vy = senses.vy + Angles.sin(heading) * Rules.TORPEDO_SPEED;
        foresight.takeThing(
                fromX + Angles.cos(heading) * Rules.SHIP_RADIUS,
                fromY + Angles.sin(heading) * Rules.SHIP_RADIUS,
                vx,
                vy,
                ticksPerSecond);
        int strides = (int) Math.floor(seconds / strideSeconds + 0.5);
        for (int i = 0; i < strides; i++) {
            foresight.fall(senses.tick + i * Foresight.STRIDE_TICKS);
        }
    }

    private double distance(Senses senses, int stride) {
        double dx = xs[stride] - senses.x;
        double dy = ys[stride] - senses.y;
        return Math.sqrt(dx * dx + dy * dy);
    }
}

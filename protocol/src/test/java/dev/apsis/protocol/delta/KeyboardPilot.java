package dev.apsis.protocol.delta;

import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Angles;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

import java.util.SplittableRandom;

/**
 * A scripted pilot who presses a key five times a second and holds it for a while: mostly a turn
 * towards the nearest other ship, or thrust; fires when that one is about ahead. Owned by its
 * fight.
 */
final class KeyboardPilot {
    private static final int TICKS_PER_PRESS = 12;
    private static final int KEYS = 5;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final int THRUST = 2;
    private static final int BRAKE = 3;
    private static final int BOOST = 4;
    private static final int AHEAD = 4000;
    private static final double IN_REACH = 900.0 * 65536;

    private final SplittableRandom dice;
    private final int[] heldTicks = new int[KEYS];

    KeyboardPilot(SplittableRandom dice) {
        this.dice = dice;
    }

    Command command(Table ships, int seat) {
        int at = ships.at(seat);
        int[] row = ships.rows();
        int prey = nearest(ships, seat);
        int off = prey < 0 ? 0 : Angles.between(row[at + ShipRow.HEADING], bearing(row, at, prey));
        for (int key = 0; key < KEYS; key++) {
            heldTicks[key] = Math.max(0, heldTicks[key] - 1);
        }
        if (dice.nextInt(TICKS_PER_PRESS) == 0) {
            press(off);
        }
        boolean fire = prey >= 0 && Math.abs(off) < AHEAD && dice.nextInt(3) == 0;
        int steer = held(LEFT) ? Command.LEFT : held(RIGHT) ? Command.RIGHT : Command.STRAIGHT;
        return Command.of(steer, 0, held(THRUST), held(BRAKE), held(BOOST), fire, false);
    }

    private void press(int off) {
        int choice = dice.nextInt(20);
        if (choice < 11) {
            int key = off > 0 == (dice.nextInt(6) > 0) ? LEFT : RIGHT;
            heldTicks[key] = dice.nextInt(3, 20);
            heldTicks[LEFT + RIGHT - key] = 0;
        } else if (choice < 17) {
            heldTicks[THRUST] = dice.nextInt(6, 50);
        } else {
            heldTicks[choice < 19 ? BRAKE : BOOST] = dice.nextInt(6, 30);
        }
    }

    private boolean held(int key) {
        return heldTicks[key] > 0;
    }

    private static int bearing(int[] row, int at, int prey) {
        return Angles.of(
                (double) row[prey + ShipRow.X] - row[at + ShipRow.X],
                (double) row[prey + ShipRow.Y] - row[at + ShipRow.Y]);
    }

    /** Where the row of the nearest ship in reach begins, or -1. */
    private static int nearest(Table ships, int seat) {
        int[] row = ships.rows();
        int at = ships.at(seat);
        int best = -1;
        double bestFar = IN_REACH * IN_REACH;
        for (int other = 0; other < ships.slots(); other++) {
            double dx = (double) row[ships.at(other) + ShipRow.X] - row[at + ShipRow.X];
            double dy = (double) row[ships.at(other) + ShipRow.Y] - row[at + ShipRow.Y];
            double far = dx * dx + dy * dy;
            if (other != seat && ships.id(other) != 0 && far < bestFar) {
                best = ships.at(other);
                bestFar = far;
            }
        }
        return best;
    }
}

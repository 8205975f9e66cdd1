package dev.apsis.protocol.orbit;

import dev.apsis.protocol.delta.Leg;
import dev.apsis.protocol.delta.Motion;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

import java.util.Arrays;

/**
 * Orbit's predictor for many clients of one arena in one thread: what one of them had to compute
 * the others, who see the same, find done. Says exactly what {@link OrbitMotion} says. Owned by
 * that thread.
 */
public final class SharedMotion implements Motion {
    private static final int PLACE_FIELDS = 4;
    private static final int CONTROL_FIELDS = ShipRow.DRIVE_B - ShipRow.TURN_A + 1;
    private static final int SHIP_SLOTS = 1 << 12;
    private static final int FALL_SLOTS = 1 << 14;

    private final OrbitMotion motion;
    private final Found ships =
            new Found(SHIP_SLOTS, CONTROL_FIELDS, CONTROL_FIELDS + PLACE_FIELDS + 1);
    private final Found falls = new Found(FALL_SLOTS, 0, PLACE_FIELDS);

    public SharedMotion(Arena arena) {
        this.motion = new OrbitMotion(arena);
    }

    @Override
    public void predict(int type, Leg leg) {
        boolean ship = type == OrbitSchema.SHIP;
        int from = ship ? ShipRow.TURN_A : OrbitMotion.placeOf(type);
        Found found = ship ? ships : falls;
        if (!found.recall(leg, from)) {
            motion.predict(type, leg);
            found.keep(leg, from);
        }
    }

    @Override
    public void predictSecrets(Leg leg, int[] secrets) {
        motion.predictSecrets(leg, secrets);
    }

    @Override
    public void launch(int type, Leg owner, int age, int[] row, int at) {
        motion.launch(type, owner, age, row, at);
    }

    /**
     * The newest predictions of a kind, each in the slot that its hash says: a collision costs a
     * computation, never a wrong answer.
     *
     * <pre>
     * slot = tick ticks before[fields] row[fields]
     * </pre>
     *
     * <p>The row's fields begin with the controls, which are given; the rest was predicted.
     */
    private static final class Found {
        private static final int HEAD = 2;

        private final int given;
        private final int fields;
        private final int stride;
        private final int mask;
        private final int[] slots;

        /** {@code slots} is a power of two. */
        Found(int slots, int given, int fields) {
            this.given = given;
            this.fields = fields;
            this.stride = HEAD + 2 * fields;
            this.mask = slots - 1;
            this.slots = new int[slots * stride];
        }

        /** Fills in what was found for such a leg before, if it is still there. */
        boolean recall(Leg leg, int from) {
            int at = slot(leg, from);
            int before = at + HEAD;
            int row = before + fields;
            // a leg of no ticks is what an empty slot holds
            if (leg.ticks == 0
                    || slots[at] != leg.tick
                    || slots[at + 1] != leg.ticks
                    || !same(before, leg.before, leg.beforeAt + from, fields)
                    || !same(row, leg.row, leg.at + from, given)) {
                return false;
            }
            System.arraycopy(slots, row + given, leg.row, leg.at + from + given, fields - given);
            return true;
        }

        void keep(Leg leg, int from) {
            int at = slot(leg, from);
            slots[at] = leg.tick;
            slots[at + 1] = leg.ticks;
            System.arraycopy(leg.before, leg.beforeAt + from, slots, at + HEAD, fields);
            System.arraycopy(leg.row, leg.at + from, slots, at + HEAD + fields, fields);
        }

        private boolean same(int at, int[] row, int rowAt, int count) {
            return Arrays.equals(slots, at, at + count, row, rowAt, rowAt + count);
        }

        /** By place and time, whatever stands around them. */
        private int slot(Leg leg, int from) {
            int place = leg.beforeAt + from + given;
            int hash = leg.before[place] * 31 + leg.before[place + 1] * 17 + leg.tick;
            hash *= 0x9e3779b9;
            return (hash >>> 16 & mask) * stride;
        }
    }
}

package dev.apsis.orbit;

import dev.apsis.engine.game.Lookout.Eye;
import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;

import java.util.Arrays;

/**
 * The things of a frame by where they are, so that who looks asks only those near. The whole plane
 * of wire integers is 64 x 64 squares of 1024 units. Owned by its lookout, filled anew for each
 * frame.
 */
final class Squares {
    private static final int SHIFT = 10 + 16;
    private static final int SIDE_BITS = 6;
    private static final int COUNT = 1 << (2 * SIDE_BITS);
    private static final int MIDDLE = 1 << (SIDE_BITS - 1);

    /** Of one thing: its type, slot, x and y; beside each other, for that is how they are read. */
    private static final int STRIDE = 4;

    /** For each type the field of its rows that is x; y follows. */
    private final int[] xOfType;

    /** Square k's things begin at {@code starts[k]} and end before {@code starts[k + 1]}. */
    private final int[] starts = new int[COUNT + 1];

    private int[] things = new int[0];

    Squares(int[] xOfType) {
        this.xOfType = xOfType;
    }

    /** Sorts a frame's things by square. */
    void fill(Frame frame) {
        Arrays.fill(starts, 0);
        for (int type = 0; type < xOfType.length; type++) {
            count(frame.table(type), xOfType[type]);
        }
        int end = 0;
        for (int k = 0; k <= COUNT; k++) {
            end += starts[k];
            starts[k] = end;
        }
        if (things.length < end * STRIDE) {
            things = new int[Math.max(end * STRIDE, 2 * things.length)];
        }
        for (int type = xOfType.length - 1; type >= 0; type--) {
            place(type, frame.table(type), xOfType[type]);
        }
    }

    private void count(Table table, int x) {
        int[] ids = table.ids();
        for (int slot = 0; slot < ids.length; slot++) {
            if (ids[slot] != 0) {
                starts[square(table.rows(), table.at(slot) + x)]++;
            }
        }
    }

    /** Fills each square from its end, so that in the end its start is where it begins. */
    private void place(int type, Table table, int x) {
        int[] ids = table.ids();
        int[] rows = table.rows();
        for (int slot = ids.length - 1; slot >= 0; slot--) {
            if (ids[slot] != 0) {
                int at = table.at(slot) + x;
                int thing = STRIDE * --starts[square(rows, at)];
                things[thing] = type;
                things[thing + 1] = slot;
                things[thing + 2] = rows[at];
                things[thing + 3] = rows[at + 1];
            }
        }
    }

    /** Adds to a sight what is near an eye. */
    void look(Eye eye, long reach, Sight sight) {
        int left = line(eye.x - reach);
        int right = line(eye.x + reach);
        int bottom = line(eye.y + reach);
        for (int row = line(eye.y - reach); row <= bottom; row++) {
            int end = STRIDE * starts[((row << SIDE_BITS) | right) + 1];
            for (int i = STRIDE * starts[(row << SIDE_BITS) | left]; i < end; i += STRIDE) {
                if (near(eye, reach, things[i + 2], things[i + 3])) {
                    sight.add(things[i], things[i + 1]);
                }
            }
        }
    }

    /** Whether a place is no further from an eye than {@code reach}, in x and in y. */
    static boolean near(Eye eye, long reach, int x, int y) {
        return Math.abs((long) x - eye.x) <= reach && Math.abs((long) y - eye.y) <= reach;
    }

    /** The row or column of squares that a coordinate falls in; beyond the plane, its edge. */
    private static int line(long wire) {
        return (Math.clamp(wire, Integer.MIN_VALUE, Integer.MAX_VALUE) >> SHIFT) + MIDDLE;
    }

    private static int square(int[] rows, int at) {
        return (line(rows[at + 1]) << SIDE_BITS) | line(rows[at]);
    }
}

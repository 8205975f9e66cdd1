package dev.apsis.orbit;

import dev.apsis.protocol.frame.Table;

import java.util.Arrays;

/**
 * The things of one table by where they are, so that who looks asks only those near. The whole
 * plane of wire integers is 64 x 64 squares of 1024 units. Owned by its lookout, filled anew for
 * each frame.
 */
final class Squares {
    private static final int SHIFT = 10 + 16;
    private static final int SIDE_BITS = 6;
    private static final int COUNT = 1 << (2 * SIDE_BITS);
    private static final int MIDDLE = 1 << (SIDE_BITS - 1);

    /** Square k's slots begin at {@code starts[k]} and end before {@code starts[k + 1]}. */
    private final int[] starts = new int[COUNT + 1];

    private int[] slots = new int[0];

    /** Sorts a table's things by square; {@code x} is the field of its rows that y follows. */
    void fill(Table table, int x) {
        int[] ids = table.ids();
        int[] rows = table.rows();
        Arrays.fill(starts, 0);
        for (int slot = 0; slot < ids.length; slot++) {
            if (ids[slot] != 0) {
                starts[square(rows, table.at(slot) + x)]++;
            }
        }
        int end = 0;
        for (int k = 0; k <= COUNT; k++) {
            end += starts[k];
            starts[k] = end;
        }
        if (slots.length < end) {
            slots = new int[Math.max(end, 2 * slots.length)];
        }
        for (int slot = ids.length - 1; slot >= 0; slot--) {
            if (ids[slot] != 0) {
                slots[--starts[square(rows, table.at(slot) + x)]] = slot;
            }
        }
    }

    /** The row or column of squares that a coordinate falls in; beyond the plane, its edge. */
    static int line(long wire) {
        return (Math.clamp(wire, Integer.MIN_VALUE, Integer.MAX_VALUE) >> SHIFT) + MIDDLE;
    }

    /** Where the slots of a row's squares begin, from one column on. */
    int first(int row, int column) {
        return starts[(row << SIDE_BITS) | column];
    }

    /** Where they end, with another column as the last. */
    int end(int row, int column) {
        return starts[((row << SIDE_BITS) | column) + 1];
    }

    int slot(int i) {
        return slots[i];
    }

    private static int square(int[] rows, int at) {
        return (line(rows[at + 1]) << SIDE_BITS) | line(rows[at]);
    }
}

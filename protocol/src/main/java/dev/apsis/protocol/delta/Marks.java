package dev.apsis.protocol.delta;

import dev.apsis.protocol.frame.Frame;

import java.util.Arrays;

/** Where in the roster the entities of a frame are, while one viewer's snapshot is written. */
final class Marks {
    private final int[][] placed;
    private final int[][] place;
    private int stamp;

    Marks(int types) {
        placed = new int[types][0];
        place = new int[types][0];
    }

    /** Starts anew; marks of earlier viewers are void. */
    void begin(Frame frame) {
        if (++stamp == 0) {
            forgetAll();
        }
        for (int type = 0; type < frame.tables().size(); type++) {
            int slots = frame.table(type).slots();
            if (placed[type].length < slots) {
                int room = Math.max(64, 2 * slots);
                placed[type] = new int[room];
                place[type] = new int[room];
            }
        }
    }

    /** The stamps went round: what an earlier one left must not look like the next. */
    private void forgetAll() {
        for (int[] slots : placed) {
            Arrays.fill(slots, 0);
        }
        stamp = 1;
    }

    void placeAt(int type, int slot, int rosterIndex) {
        placed[type][slot] = stamp;
        place[type][slot] = rosterIndex;
    }

    /** An entity's index in the roster, or -1. */
    int place(int type, int slot) {
        return slot < placed[type].length && placed[type][slot] == stamp ? place[type][slot] : -1;
    }
}

package dev.apsis.protocol.delta;

import dev.apsis.protocol.frame.Frame;

import java.util.Arrays;

/** Where in the roster the entities of a frame are, while one viewer's snapshot is written. */
final class Marks {
    /** By type and slot: from {@link #first} on this viewer's, below it those of earlier ones. */
    private final int[][] marks;

    /** Marks the roster's first entity. */
    private int first;

    Marks(int types) {
        marks = new int[types][0];
    }

    /** Starts anew; marks of earlier viewers are void. */
    void begin(Frame frame) {
        first += Roster.MAX;
        if (first < 0) {
            forgetAll();
        }
        for (int type = 0; type < frame.tables().length; type++) {
            int slots = frame.table(type).slots();
            if (marks[type].length < slots) {
                marks[type] = new int[Math.max(64, 2 * slots)];
            }
        }
    }

    /** The marks went round: what an earlier viewer left must not look like the next one's. */
    private void forgetAll() {
        for (int[] slots : marks) {
            Arrays.fill(slots, 0);
        }
        first = Roster.MAX;
    }

    void placeAt(int type, int slot, int rosterIndex) {
        marks[type][slot] = first + rosterIndex;
    }

    /** An entity's index in the roster, or -1. */
    int place(int type, int slot) {
        int[] slots = marks[type];
        return slot < slots.length ? Math.max(-1, slots[slot] - first) : -1;
    }
}

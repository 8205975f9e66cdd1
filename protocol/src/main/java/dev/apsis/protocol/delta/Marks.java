package dev.apsis.protocol.delta;

import dev.apsis.protocol.frame.Frame;

/** Scratch notes on a frame's slots while one viewer's snapshot is written: wanted, and where. */
final class Marks {
    private final int[][] wanted;
    private final int[][] placed;
    private final int[][] place;
    private int stamp;

    Marks(int types) {
        wanted = new int[types][0];
        placed = new int[types][0];
        place = new int[types][0];
    }

    /** Starts anew; marks of earlier viewers are void. */
    void begin(Frame frame) {
        stamp++;
        for (int type = 0; type < frame.tables().size(); type++) {
            int slots = frame.table(type).slots();
            if (wanted[type].length < slots) {
                int room = Math.max(64, 2 * slots);
                wanted[type] = new int[room];
                placed[type] = new int[room];
                place[type] = new int[room];
            }
        }
    }

    void want(int type, int slot) {
        wanted[type][slot] = stamp;
    }

    boolean wanted(int type, int slot) {
        return slot < wanted[type].length && wanted[type][slot] == stamp;
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

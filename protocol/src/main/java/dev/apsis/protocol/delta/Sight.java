package dev.apsis.protocol.delta;

import java.util.Arrays;

/**
 * The entities a viewer may know of in one frame, by type and slot, each of them once. Filled anew
 * for each look.
 */
public final class Sight {
    private int[] entries = new int[512];
    private int size;

    /** In which look an entity was seen last, by type and slot. */
    private int[][] seenIn = {};

    private int look = 1;

    public void clear() {
        size = 0;
        if (++look == 0) {
            forgetAll();
        }
    }

    /** What was added before is not added again. */
    public void add(int type, int slot) {
        if (sees(type, slot)) {
            return;
        }
        if (type >= seenIn.length || slot >= seenIn[type].length) {
            grow(type, slot);
        }
        seenIn[type][slot] = look;
        if (size + 2 > entries.length) {
            entries = Arrays.copyOf(entries, entries.length * 2);
        }
        entries[size] = type;
        entries[size + 1] = slot;
        size += 2;
    }

    public boolean sees(int type, int slot) {
        return type < seenIn.length && slot < seenIn[type].length && seenIn[type][slot] == look;
    }

    public int count() {
        return size / 2;
    }

    public int type(int i) {
        return entries[2 * i];
    }

    public int slot(int i) {
        return entries[2 * i + 1];
    }

    private void grow(int type, int slot) {
        int types = seenIn.length;
        if (type >= types) {
            seenIn = Arrays.copyOf(seenIn, type + 1);
            Arrays.fill(seenIn, types, type + 1, new int[0]);
        }
        if (slot >= seenIn[type].length) {
            seenIn[type] = Arrays.copyOf(seenIn[type], Math.max(64, 2 * (slot + 1)));
        }
    }

    /** The looks went round: what an early one left must not look like the next. */
    private void forgetAll() {
        for (int[] slots : seenIn) {
            Arrays.fill(slots, 0);
        }
        look = 1;
    }
}

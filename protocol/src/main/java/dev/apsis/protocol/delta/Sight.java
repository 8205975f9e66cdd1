package dev.apsis.protocol.delta;

import java.util.Arrays;

/** The entities a viewer may know of in one frame, by type and slot. Filled anew for each look. */
public final class Sight {
    private int[] entries = new int[512];
    private int size;

    public void clear() {
        size = 0;
    }

    public void add(int type, int slot) {
        if (size + 2 > entries.length) {
            entries = Arrays.copyOf(entries, entries.length * 2);
        }
        entries[size] = type;
        entries[size + 1] = slot;
        size += 2;
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
}

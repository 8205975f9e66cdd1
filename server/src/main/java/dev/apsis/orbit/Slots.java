package dev.apsis.orbit;

import dev.apsis.protocol.frame.Table;

/**
 * Entities of one type that come and go: each takes the lowest free slot, and an id never used
 * before. Owned by its simulation.
 */
final class Slots {
    private static final int LAST_ID = 0;
    private static final int LOWEST = 1;
    private static final int END = 2;

    private final Table table;
    private final int[] counters;

    Slots(Memory memory, int slots, int stride) {
        this.table = memory.table(slots, stride, 0);
        this.counters = memory.ints(3);
    }

    Table table() {
        return table;
    }

    /** All slots in use are below this one. */
    int end() {
        return counters[END];
    }

    boolean used(int slot) {
        return table.id(slot) != 0;
    }

    /** A slot for something new; -1 if all are in use, and then it is not born. */
    int take() {
        int slot = counters[LOWEST];
        while (slot < table.slots() && used(slot)) {
            slot++;
        }
        counters[LOWEST] = slot;
        if (slot == table.slots()) {
            return -1;
        }
        table.ids()[slot] = ++counters[LAST_ID];
        counters[END] = Math.max(counters[END], slot + 1);
        return slot;
    }

    void free(int slot) {
        table.ids()[slot] = 0;
        counters[LOWEST] = Math.min(counters[LOWEST], slot);
        while (counters[END] > 0 && !used(counters[END] - 1)) {
            counters[END]--;
        }
    }

    void clear() {
        for (int slot = counters[END] - 1; slot >= 0; slot--) {
            if (used(slot)) {
                free(slot);
            }
        }
    }

    int count() {
        int count = 0;
        for (int slot = 0; slot < counters[END]; slot++) {
            count += used(slot) ? 1 : 0;
        }
        return count;
    }
}

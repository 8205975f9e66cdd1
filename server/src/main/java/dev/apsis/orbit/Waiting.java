package dev.apsis.orbit;

import java.util.Arrays;

/** Who waits for a ship, and until which tick. Owned by its simulation. */
final class Waiting {
    private static final int NEVER = Integer.MAX_VALUE;

    private final int[] dueTicks;

    Waiting(Memory memory, int capacity) {
        this.dueTicks = memory.ints(capacity);
        Arrays.fill(dueTicks, NEVER);
    }

    void await(int seat, int tick) {
        dueTicks[seat] = tick;
    }

    void cancel(int seat) {
        dueTicks[seat] = NEVER;
    }

    boolean due(int seat, int tick) {
        return dueTicks[seat] <= tick;
    }

    boolean waits(int seat) {
        return dueTicks[seat] != NEVER;
    }

    boolean anybody() {
        for (int tick : dueTicks) {
            if (tick != NEVER) {
                return true;
            }
        }
        return false;
    }
}

package dev.apsis.gateway;

import dev.apsis.protocol.orbit.Command;

/**
 * A JSON pilot's hands on the levers: what was last asked for goes on until something else is,
 * though no longer than a second, and a jump is asked for once. Owned by its connection.
 */
final class Hands {
    private static final int JUMP = Command.of(0, 0, false, false, false, false, true).packed();
    private static final int AHEAD_TICKS = 2;

    private final int holdTicks;
    private int packed;
    private int untilTick;
    private int orderedTick;

    Hands(int holdTicks) {
        this.holdTicks = holdTicks;
    }

    void hold(int newPacked, int tick) {
        packed = newPacked;
        untilTick = tick + holdTicks;
    }

    /** Lets go of everything: the ticks that come are another room's. */
    void letGo() {
        untilTick = 0;
        orderedTick = 0;
    }

    /** The first tick the next orders are for, after a frame at {@code tick}. */
    int firstTick(int tick) {
        return Math.max(orderedTick + 1, tick + AHEAD_TICKS);
    }

    /** Orders up to and with the frame after the next, none if nobody holds the levers. */
    int[] orders(int tick, int ticksPerFrame) {
        int first = firstTick(tick);
        int last = tick + AHEAD_TICKS + ticksPerFrame - 1;
        if (tick >= untilTick || last < first) {
            return new int[0];
        }
        int[] orders = new int[last - first + 1];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = packed;
            packed &= ~JUMP;
        }
        orderedTick = last;
        return orders;
    }
}

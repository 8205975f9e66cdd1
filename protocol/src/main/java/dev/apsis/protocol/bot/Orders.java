package dev.apsis.protocol.bot;

import java.util.Arrays;

/**
 * The commands that were sent, by tick, and when: to fly on by them, and to see which came too
 * late. Owned by its cockpit.
 */
final class Orders {
    /** Older ones are forgotten; nobody asks for them, for their ticks are long past. */
    static final int REMEMBERED = 128;

    private final int[] packed = new int[REMEMBERED];
    private final int[] forTick = new int[REMEMBERED];
    private final long[] sentNanos = new long[REMEMBERED];
    private int late;
    private int acked;
    private long ackNanos;

    Orders() {
        forget();
    }

    /** Another connection: its seat may be another. */
    void forget() {
        Arrays.fill(forTick, -1);
        acked = 0;
    }

    void sent(int tick, int command, long nowNanos) {
        int at = tick % REMEMBERED;
        packed[at] = command;
        forTick[at] = tick;
        sentNanos[at] = nowNanos;
    }

    /**
     * A frame tells of the ticks after {@code before}: the newest whose own command was in time.
     */
    void told(int before, int tick, int ackedTick, long nowNanos) {
        for (int t = Math.max(before, tick - REMEMBERED) + 1; t <= tick; t++) {
            late += t > ackedTick && given(t) ? 1 : 0;
        }
        if (ackedTick > acked && given(ackedTick)) {
            acked = ackedTick;
            ackNanos = nowNanos - sentNanos[ackedTick % REMEMBERED];
        }
    }

    boolean given(int tick) {
        return tick >= 0 && forTick[tick % REMEMBERED] == tick;
    }

    /** The command in force in each of some ticks: its own, else the one before goes on. */
    int[] inForce(int firstTick, int ticks, int before) {
        int[] commands = new int[Math.max(0, ticks)];
        int last = before;
        for (int i = 0; i < commands.length; i++) {
            last = given(firstTick + i) ? packed[(firstTick + i) % REMEMBERED] : last;
            commands[i] = last;
        }
        return commands;
    }

    int late() {
        return late;
    }

    /** From a command's sending to the frame that acknowledged it; 0 before the first. */
    long ackNanos() {
        return ackNanos;
    }
}

package dev.apsis.orbit;

import java.util.Arrays;

/**
 * Who hurt whom lately: decides who is credited with a death. Owned by its simulation.
 *
 * <p>Each ship remembers its last sixteen blows; a seventeenth within five seconds takes the place
 * of the oldest, which four torpedoes' worth of hull hardly allows.
 */
final class Attacks {
    private static final int BLOWS = 16;
    private static final int BY = 0;
    private static final int DAMAGE = 1;
    private static final int TICK = 2;
    private static final int STRIDE = 3;
    private static final int NOBODY = -1;

    private final Dice dice;
    private final int creditTicks;
    private final int[] blows;
    private final int[] next;
    private final int[] last;
    private final int[] lastTick;
    private final int[] rivals;

    Attacks(Memory memory, int capacity, Dice dice, int creditTicks) {
        this.dice = dice;
        this.creditTicks = creditTicks;
        this.blows = memory.ints(capacity * BLOWS * STRIDE);
        this.next = memory.ints(capacity);
        this.last = memory.ints(capacity);
        this.lastTick = memory.ints(capacity);
        this.rivals = memory.ints(capacity);
        for (int seat = 0; seat < capacity; seat++) {
            forget(seat);
        }
    }

    void forget(int victim) {
        Arrays.fill(blows, victim * BLOWS * STRIDE, (victim + 1) * BLOWS * STRIDE, NOBODY);
        last[victim] = NOBODY;
    }

    /** Nobody is credited for what a pilot who left has done. */
    void forgetAttacker(int seat) {
        for (int at = 0; at < blows.length; at += STRIDE) {
            if (blows[at + BY] == seat) {
                blows[at + BY] = NOBODY;
            }
        }
        for (int victim = 0; victim < last.length; victim++) {
            last[victim] = last[victim] == seat ? NOBODY : last[victim];
        }
    }

    /** Of several attackers within one tick the dice choose the last one. */
    void record(int victim, int by, int damage, int tick) {
        int at = (victim * BLOWS + next[victim]) * STRIDE;
        next[victim] = (next[victim] + 1) % BLOWS;
        blows[at + BY] = by;
        blows[at + DAMAGE] = damage;
        blows[at + TICK] = tick;
        boolean same = last[victim] != NOBODY && lastTick[victim] == tick;
        rivals[victim] = same ? rivals[victim] + 1 : 1;
        if (!same || dice.below(rivals[victim]) == 0) {
            last[victim] = by;
        }
        lastTick[victim] = tick;
    }

    /** The last attacker within the time that counts; -1 for none. */
    int last(int victim, int tick) {
        return tick - lastTick[victim] <= creditTicks ? last[victim] : NOBODY;
    }

    /** What one ship did to another within the time that counts. */
    int damage(int victim, int by, int tick) {
        int sum = 0;
        for (int i = 0; i < BLOWS; i++) {
            int at = (victim * BLOWS + i) * STRIDE;
            if (blows[at + BY] == by && tick - blows[at + TICK] <= creditTicks) {
                sum += blows[at + DAMAGE];
            }
        }
        return sum;
    }
}

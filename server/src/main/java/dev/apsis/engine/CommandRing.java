package dev.apsis.engine;

import dev.apsis.engine.game.CommandRules;

import java.util.Arrays;

/**
 * One seat's commands that wait for their ticks. Owned by its room.
 *
 * <p>Each tick is commanded once, ever, and in rising order: whatever repeats, reorders or comes
 * for a tick beyond the ring is dropped. So nobody moves faster by sending more.
 */
final class CommandRing {
    /**
     * Commands further ahead than this are dropped. Who speaks seldom, a page whose pictures are
     * slow or a bot that is shown an eighth, says half of it at once.
     */
    static final int TICKS = 32;

    private final CommandRules rules;
    private final int lateTicks;

    /** For each tick of the ring which one it is, and what is commanded; beside each other. */
    private final int[] slots = new int[2 * TICKS];

    private int newestTick = -1;
    private int ackedTick;
    private int last;
    private int missed;
    private int lateDeeds;

    /** Deeds of the press that goes on which are done already: the rest of it is no second one. */
    private int done;

    private int lateCount;
    private int worstSlack = Integer.MAX_VALUE;
    private int newest;
    private int changedTick = -1;

    /** {@code lateTicks}: how late the deeds of a command still count. */
    CommandRing(CommandRules rules, int lateTicks) {
        this.rules = rules;
        this.lateTicks = lateTicks;
        Arrays.fill(slots, -1);
    }

    /** Takes in a command; {@code nextTick} is simulated next, in {@code halfTicks} half ticks. */
    void put(int tick, int command, int nextTick, int halfTicks) {
        if (tick <= newestTick) {
            return;
        }
        worstSlack = Math.min(worstSlack, 2 * (tick - nextTick) + halfTicks);
        if (tick >= nextTick + TICKS) {
            return;
        }
        newestTick = tick;
        if (command != newest) {
            newest = command;
            changedTick = nextTick;
        }
        int deeds = rules.deeds(command);
        done &= deeds;
        if (tick >= nextTick) {
            slots[at(tick)] = tick;
            slots[at(tick) + 1] = command;
            done = deeds;
            return;
        }
        lateCount++;
        if (nextTick - tick <= lateTicks) {
            lateDeeds |= deeds & ~done;
            done = deeds;
        }
    }

    /** The command in force in a tick. */
    int take(int tick) {
        int at = at(tick);
        int command;
        if (slots[at] == tick) {
            command = slots[at + 1];
            ackedTick = tick;
            last = command;
            missed = 0;
        } else {
            missed++;
            command = rules.held(last, missed);
        }
        command |= lateDeeds;
        lateDeeds = 0;
        return command;
    }

    private static int at(int tick) {
        return 2 * (tick % TICKS);
    }

    /** The last tick it has been told a command for. */
    int newestTick() {
        return newestTick;
    }

    /** The newest tick whose own command was in time. */
    int ackedTick() {
        return ackedTick;
    }

    /** In which tick the last command came that was another than the one before; -1 for none. */
    int changedTick() {
        return changedTick;
    }

    /** Commands that came after their tick. */
    int lateCount() {
        return lateCount;
    }

    /** The least slack since the last call, in half ticks; the value before if nothing came. */
    int drainSlack(int before) {
        int slack = worstSlack == Integer.MAX_VALUE ? before : worstSlack;
        worstSlack = Integer.MAX_VALUE;
        return slack;
    }
}

package dev.apsis.orbit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;

/** A tick makes no garbage for each thing that flies. */
class GarbageTest {
    private static final int SHIPS = 200;
    private static final int WARM_TICKS = 1200;
    private static final int TICKS = 1200;

    /** A header alone would be more than this for each ship. */
    private static final int MOST_BYTES_PER_SHIP = 8;

    @Test
    void aTickAllocatesNothingPerShipOrTorpedo() {
        var settings = GameSettings.of(GameSettings.Game.FFA, 2, SHIPS, 60);
        var mischief = new Mischief(settings, 3);
        for (int tick = 0; tick < WARM_TICKS; tick++) {
            mischief.step();
        }
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            mischief.chooseCommands();
            mischief.orbit.drainNews();
            long before = thread.getCurrentThreadAllocatedBytes();
            mischief.orbit.step(mischief.commands);
            bytes += thread.getCurrentThreadAllocatedBytes() - before;
        }
        long perTick = bytes / TICKS;
        assertTrue(
                perTick < SHIPS * MOST_BYTES_PER_SHIP,
                perTick + " bytes a tick, seed 3, " + SHIPS + " ships");
        assertTrue(mischief.orbit.world().torpedoes.count() > SHIPS / 4, "too few torpedoes");
    }
}

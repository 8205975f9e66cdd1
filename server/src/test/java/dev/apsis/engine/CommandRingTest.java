package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.engine.game.CommandRules;

import org.junit.jupiter.api.Test;

/** A ring under rules that make visible what they were asked: held is 1000 + missed, late adds. */
class CommandRingTest {
    private static final int LATE_TICKS = 18;

    private final CommandRing ring =
            new CommandRing(
                    new CommandRules() {
                        @Override
                        public int held(int last, int missed) {
                            return 1000 * last + missed;
                        }

                        @Override
                        public int withLate(int command, int late) {
                            return command + 100 * late;
                        }
                    },
                    LATE_TICKS);

    @Test
    void aCommandWaitsForItsTick() {
        ring.put(5, 7, 3, 0);
        assertEquals(1, ring.take(3));
        assertEquals(2, ring.take(4));
        assertEquals(7, ring.take(5));
        assertEquals(5, ring.ackedTick());
        assertEquals(7001, ring.take(6));
    }

    @Test
    void aTickIsCommandedOnce() {
        ring.put(5, 7, 3, 0);
        ring.put(5, 9, 3, 0);
        ring.put(4, 9, 3, 0);
        assertEquals(1, ring.take(3));
        assertEquals(2, ring.take(4));
        assertEquals(7, ring.take(5));
    }

    @Test
    void whatIsBeyondTheRingIsDropped() {
        ring.put(3 + CommandRing.TICKS, 7, 3, 0);
        ring.put(2 + CommandRing.TICKS, 8, 3, 0);
        int last = 0;
        for (int tick = 3; tick < 3 + CommandRing.TICKS; tick++) {
            last = ring.take(tick);
        }
        assertEquals(8, last);
        assertEquals(8001, ring.take(3 + CommandRing.TICKS));
    }

    @Test
    void theDeedsOfALateCommandCountOnceAndNotForever() {
        ring.put(10, 3, 12, 0);
        assertEquals(1, ring.lateCount());
        assertEquals(1 + 300, ring.take(12));
        assertEquals(2, ring.take(13));
        ring.put(20, 4, 20 + LATE_TICKS + 1, 0);
        assertEquals(3, ring.take(20 + LATE_TICKS + 1));
    }

    @Test
    void slackIsTheWorstSinceAsked() {
        ring.put(14, 1, 12, 1);
        ring.put(15, 1, 12, 1);
        assertEquals(5, ring.drainSlack(0));
        assertEquals(5, ring.drainSlack(5));
        ring.put(16, 1, 18, 0);
        assertEquals(-4, ring.drainSlack(5));
    }
}

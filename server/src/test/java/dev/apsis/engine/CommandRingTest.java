package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.engine.game.CommandRules;

import org.junit.jupiter.api.Test;

/** A ring under rules that make visible what they were asked: held is 1000 + missed. */
class CommandRingTest {
    private static final int LATE_TICKS = 18;
    private static final int DEED = 1 << 20;

    private final CommandRing ring =
            new CommandRing(
                    new CommandRules() {
                        @Override
                        public int held(int last, int missed) {
                            return 1000 * (last & ~DEED) + missed;
                        }

                        @Override
                        public int deeds(int command) {
                            return command & DEED;
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
        ring.put(10, 3 | DEED, 12, 0);
        assertEquals(1, ring.lateCount());
        assertEquals(1 | DEED, ring.take(12));
        assertEquals(2, ring.take(13));
        ring.put(11, 3, 14, 0);
        ring.put(20, 4 | DEED, 20 + LATE_TICKS + 1, 0);
        assertEquals(3, ring.take(20 + LATE_TICKS + 1));
    }

    @Test
    void theRestOfAPressThatComesLateIsNoSecondPress() {
        ring.put(10, 3 | DEED, 10, 0);
        assertEquals(3 | DEED, ring.take(10));
        assertEquals(3001, ring.take(11));
        ring.put(11, 3 | DEED, 26, 0);
        assertEquals(3002, ring.take(26));
        ring.put(12, 3, 27, 0);
        ring.put(13, 3 | DEED, 27, 0);
        assertEquals(3003 | DEED, ring.take(27));
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

package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A lockstep on a clock that we set by hand, with company that comes and goes as we say. */
class LockstepTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;

    private boolean missing;
    private int told;
    private int givenUp;
    private final Lockstep lockstep = new Lockstep(0, 50, new Company());

    private final class Company implements Lockstep.Company {
        @Override
        public boolean missing() {
            return missing;
        }

        @Override
        public void tell() {
            told++;
        }

        @Override
        public void giveUp() {
            givenUp++;
            missing = false;
        }
    }

    @Test
    void whileNobodyIsMissingItIsRealTime() {
        int ticks = 0;
        for (long now = 0; now <= SECOND; now += MILLI) {
            ticks += lockstep.due(now);
        }
        assertEquals(50, ticks);
        assertEquals(0, lockstep.dropped());
    }

    @Test
    void itWaitsAsLongAsSomebodyIsMissingAndCatchesNothingUp() {
        missing = true;
        for (long now = 0; now <= 60 * SECOND; now += MILLI) {
            assertEquals(0, lockstep.due(now));
        }
        missing = false;
        assertEquals(1, lockstep.due(60 * SECOND));
        assertEquals(0, lockstep.due(60 * SECOND + 19 * MILLI));
        assertEquals(1, lockstep.due(60 * SECOND + 20 * MILLI));
    }

    @Test
    void aTickThatWasWaitedForIsNotLate() {
        missing = true;
        assertEquals(0, lockstep.due(SECOND));
        assertTrue(lockstep.leftNanos(SECOND) > 0, "it looks again in a moment");
        missing = false;
        assertEquals(1, lockstep.due(SECOND + 2 * MILLI));
        assertTrue(lockstep.leftNanos(SECOND + 2 * MILLI) > 17 * MILLI);
    }

    @Test
    void whoIsWaitedForIsNamedAgainAndAgainAndGivenUpAfterTenMinutes() {
        missing = true;
        for (long now = 0; now < 600 * SECOND; now += 10 * MILLI) {
            assertEquals(0, lockstep.due(now));
        }
        assertEquals(30, told, "after 2 s, then every 20 s");
        assertEquals(0, givenUp);
        assertEquals(1, lockstep.due(601 * SECOND));
        assertEquals(1, givenUp);
    }
}

package dev.apsis.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** An allowance is asked at times of our own making. */
class AllowanceTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void aBurstPassesAndThenTheRate() {
        var allowance = new Allowance(2, 4, 0);
        for (int i = 0; i < 4; i++) {
            assertTrue(allowance.take(1, 0));
        }
        assertFalse(allowance.take(1, 0));
        assertTrue(allowance.take(1, SECOND / 2));
        assertFalse(allowance.take(1, SECOND / 2));
    }

    @Test
    void whoAsksTooOftenStillGetsTheRate() {
        var allowance = new Allowance(0.5, 4, 0);
        int passed = 0;
        for (int second = 0; second < 120; second++) {
            passed += allowance.take(1, second * SECOND) ? 1 : 0;
        }
        assertEquals(4 + 59, passed);
    }
}

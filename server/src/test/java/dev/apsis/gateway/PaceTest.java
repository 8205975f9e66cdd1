package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A pace is told frame by frame what became of them. */
class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void aHiccupSlowsNobody() {
        for (int i = 0; i < 1000; i++) {
            pace.shown();
            if (i % 20 == 0) {
                pace.missed();
            }
        }
        assertEquals(1, pace.period());
    }

    @Test
    void whoKeepsMissingIsShownHalfThenAQuarterAndNeverLess() {
        pace.missed();
        pace.missed();
        assertEquals(1, pace.period());
        pace.missed();
        assertEquals(2, pace.period());
        for (int i = 0; i < 50; i++) {
            pace.missed();
        }
        assertEquals(4, pace.period());
    }

    @Test
    void slowViewersShareTheirFrameNumbers() {
        for (int i = 0; i < 6; i++) {
            pace.missed();
        }
        assertTrue(pace.due(8));
        assertFalse(pace.due(9));
        assertFalse(pace.due(10));
        assertTrue(pace.due(12));
    }

    @Test
    void whoKeepsUpAgainIsQuickenedStepByStep() {
        for (int i = 0; i < 6; i++) {
            pace.missed();
        }
        for (int i = 0; i < 150; i++) {
            assertEquals(4, pace.period());
            pace.shown();
        }
        assertEquals(2, pace.period());
        for (int i = 0; i < 150; i++) {
            pace.shown();
        }
        assertEquals(1, pace.period());
    }
}

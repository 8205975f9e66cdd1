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
    void whoKeepsMissingIsShownHalfThenLessAndAnEighthAtLeast() {
        pace.missed();
        pace.missed();
        assertEquals(1, pace.period());
        pace.missed();
        assertEquals(2, pace.period());
        for (int i = 0; i < 50; i++) {
            pace.missed();
        }
        assertEquals(8, pace.period());
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
    void whoseLineCarriedLessIsTriedWithMoreLater() {
        pace.queued();
        shownWhile(2, 600);
        assertEquals(1, pace.period());
        pace.queued();
        pace.queued();
        shownWhile(4, 600);
        shownWhile(2, 150);
        assertEquals(1, pace.period(), "a try that does well is followed by the next");
    }

    private void shownWhile(int period, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(period, pace.period());
            pace.shown();
        }
    }

    @Test
    void nobodyIsShownLessThanAnEighth() {
        for (int i = 0; i < 10; i++) {
            pace.queued();
        }
        assertEquals(8, pace.period());
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

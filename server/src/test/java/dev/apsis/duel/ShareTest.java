package dev.apsis.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Wilson's interval, held to published values. */
class ShareTest {
    /** Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I. */
    @Test
    void newcombesTableComesOutAsHePublishedIt() {
        assertInterval(81, 263, 0.2553, 0.3662);
        assertInterval(15, 148, 0.0624, 0.1605);
        assertInterval(0, 20, 0.0000, 0.1611);
        assertInterval(1, 29, 0.0061, 0.1718);
    }

    @Test
    void allVictoriesAreNoCertaintyAndNoRoundsAreNoKnowledge() {
        assertEquals(1, Share.of(20, 20).high());
        assertEquals(1 - 0.1611, Share.of(20, 20).low(), 0.0001);
        assertEquals(new Share(0, 0, 0, 0, 1), Share.of(0, 0));
    }

    private static void assertInterval(int times, int trials, double low, double high) {
        Share share = Share.of(times, trials);
        assertEquals(low, share.low(), 0.00005);
        assertEquals(high, share.high(), 0.00005);
    }
}

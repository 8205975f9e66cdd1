package dev.apsis.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StrikesTest {
    private static final long SECOND = 1_000_000_000;

    private final Strikes strikes = new Strikes();

    @Test
    void afterTenWrongTokensNothingFromThereIsLookedAtForAMinute() {
        for (int i = 0; i < Strikes.MOST; i++) {
            assertFalse(strikes.out("203.0.113.7", i * SECOND));
            strikes.strike("203.0.113.7", i * SECOND);
        }
        assertTrue(strikes.out("203.0.113.7", 20 * SECOND));
        assertEquals(40, strikes.secondsLeft("203.0.113.7", 20 * SECOND));
        assertFalse(strikes.out("203.0.113.8", 20 * SECOND), "others may");
        assertFalse(strikes.out("203.0.113.7", 60 * SECOND), "and then again");
    }

    @Test
    void manyAddressesTakeNoMoreRoomThanAFew() {
        for (int i = 0; i < 5000; i++) {
            for (int j = 0; j < Strikes.MOST; j++) {
                strikes.strike("2001:db8::" + i, 0);
            }
        }
        assertFalse(strikes.out("2001:db8::0", SECOND), "the first was forgotten");
        assertTrue(strikes.out("2001:db8::4999", SECOND));
    }
}

package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Whom somebody does not want to hear. */
class MutesTest {
    private final Mutes mutes = new Mutes();

    @Test
    void whoIsMutedIsSilentUntilItIsUnmuted() {
        mutes.set("ann", true);
        assertTrue(mutes.silence("ann"));
        assertFalse(mutes.silence("bob"));
        mutes.set("ann", false);
        assertFalse(mutes.silence("ann"));
    }

    @Test
    void nobodyIsNotMuted() {
        mutes.set("", true);
        assertFalse(mutes.silence(""));
    }

    @Test
    void whoMutesManyForgetsTheFirstOfThem() {
        for (int i = 0; i <= Mutes.MOST; i++) {
            mutes.set("pilot " + i, true);
        }
        assertFalse(mutes.silence("pilot 0"));
        assertTrue(mutes.silence("pilot 1"));
        assertTrue(mutes.silence("pilot " + Mutes.MOST));
    }
}

package dev.apsis.gateway;

import static dev.apsis.gateway.Ration.BYTES_PER_SECOND;
import static dev.apsis.gateway.Ration.MESSAGES_PER_SECOND;
import static dev.apsis.gateway.Ration.SECONDS_SAVED;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RationTest {
    private static final long SECOND = 1_000_000_000;
    private static final long START = 7 * SECOND;

    private final Ration ration = new Ration(START);

    @Test
    void twoSecondsWorthOfMessagesAtOnceAndNoMore() {
        assertEquals(SECONDS_SAVED * MESSAGES_PER_SECOND, messagesAt(START));
    }

    @Test
    void eachSecondBringsMore() {
        messagesAt(START);
        assertEquals(MESSAGES_PER_SECOND, messagesAt(START + SECOND));
    }

    @Test
    void whoIsSilentSavesNoMoreThanTwoSeconds() {
        assertEquals(SECONDS_SAVED * MESSAGES_PER_SECOND, messagesAt(START + 60 * SECOND));
    }

    @Test
    void longMessagesAreCountedByTheirBytes() {
        assertTrue(ration.take(SECONDS_SAVED * BYTES_PER_SECOND, START));
        assertFalse(ration.take(1, START));
    }

    private int messagesAt(long nanos) {
        int count = 0;
        while (ration.take(1, nanos)) {
            count++;
        }
        return count;
    }
}

package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A ticker is asked at times of our own making. */
class TickerTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void anHourOfUnevenWakingsHasExactlyItsTicks() {
        var ticker = new Ticker(0, 60);
        long now = 0;
        long ticks = 0;
        for (int i = 0; now < 3600 * SECOND; i++) {
            now += 3_000_000 + i % 7 * 2_000_000;
            ticks += ticker.due(Math.min(now, 3600 * SECOND));
        }
        assertEquals(3600 * 60, ticks);
        assertEquals(0, ticker.dropped());
    }

    @Test
    void itSaysHowLongUntilTheNextTick() {
        var ticker = new Ticker(0, 50);
        assertEquals(20_000_000, ticker.leftNanos(0));
        assertEquals(0, ticker.due(19_999_999));
        assertEquals(1, ticker.due(20_000_000));
        assertEquals(19_000_000, ticker.leftNanos(21_000_000));
        assertTrue(ticker.leftNanos(41_000_000) < 0);
    }

    @Test
    void aLateRoomCatchesUpFiveTicksAndDropsTheRest() {
        var ticker = new Ticker(0, 60);
        assertEquals(Ticker.MAX_CATCH_UP, ticker.due(SECOND));
        assertEquals(55, ticker.dropped());
        assertEquals(0, ticker.due(SECOND + SECOND / 60 - 1));
        assertEquals(1, ticker.due(SECOND + SECOND / 60));
    }
}

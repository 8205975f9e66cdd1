package dev.apsis.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDateTime;

/** When a room is open: 2026-11-20 is a Friday. */
class HoursTest {
    @ParameterizedTest
    @CsvSource({
        "fri 18:00-23:30,     2026-11-20T18:00, true",
        "fri 18:00-23:30,     2026-11-20T23:30, false",
        "fri 18:00-23:30,     2026-11-21T19:00, false",
        "fri 20:00-02:00,     2026-11-21T01:59, true",
        "fri 20:00-02:00,     2026-11-20T01:59, false",
        "fri 20:00-02:00,     2026-11-20T19:59, false",
        "fri 20:00-24:00,     2026-11-20T23:59, true",
        "fri 20:00-24:00,     2026-11-21T00:00, false",
        "sat-mon 10:00-11:00, 2026-11-22T10:30, true",
        "sat-mon 10:00-11:00, 2026-11-24T10:30, false",
        "daily 00:00-24:00,   2026-11-24T10:30, true",
        "Daily 08:00-08:00,   2026-11-24T03:00, true",
    })
    void aMomentIsWithinOrNot(String hours, String moment, boolean within) {
        assertEquals(within, Hours.of(hours).contain(LocalDateTime.parse(moment)));
    }

    @Test
    void whatIsNoHoursIsToldApart() {
        for (String text :
                new String[] {"", "fri", "fri 8:00-9:00", "fri 08:00-25:00", "so 08:00-09:00"}) {
            assertFalse(Hours.isHours(text), text);
        }
    }
}

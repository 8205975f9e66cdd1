package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class FootprintTest {
    private static final long MEGA = 1 << 20;

    private final List<Long> goals = new ArrayList<>();

    private void collect(long most, long... inUse) {
        var footprint = new Footprint(most * MEGA, bytes -> goals.add(bytes / MEGA));
        for (long megabytes : inUse) {
            footprint.collected(megabytes * MEGA);
        }
    }

    @Test
    void whatIsInUseHasThreeTimesItsRoomAndGivesItBack() {
        collect(6000, 0, 70, 300, 400, 30);
        assertEquals(List.of(256L, 900L, 1200L, 256L), goals, "and is told only if it changes");
    }

    @Test
    void aHeapIsNeverMeantToBeLargerThanItMayBe() {
        collect(200, 0, 150);
        assertEquals(List.of(200L), goals);
        goals.clear();
        collect(1000, 0, 500);
        assertEquals(List.of(256L, 1000L), goals);
    }
}

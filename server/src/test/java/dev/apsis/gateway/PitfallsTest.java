package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.link.Agenda;
import dev.apsis.link.VirtualPilot;
import dev.apsis.link.Weather;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What toy servers get wrong on the way between two machines. */
class PitfallsTest {
    private static final Weather USUAL = Weather.of(150);

    @ParameterizedTest
    @CsvSource({"65536, 10", "65536, 60", "8192, 10", "2048, 60"})
    void aFrozenReaderHasLittleQueuedForIt(int heldByKernels, int seconds) {
        Fleet fleet = frozen(heldByKernels, seconds);
        assertTrue(fleet.mostQueuedBytes() <= 8192, fleet.mostQueuedBytes() + " bytes");
        assertEquals(Fleet.SEATS, fleet.server.lines.size(), "nobody connected anew");
    }

    @ParameterizedTest
    @ValueSource(ints = {65536, 8192})
    void whoWakesAfterTenSecondsIsSentNothingOld(int heldByKernels) {
        Fleet fleet = frozen(heldByKernels, 10);
        VirtualPilot pilot = fleet.pilots.get(0);
        pilot.freeze(false);
        fleet.agenda.run(0.5);
        long oldestMillis = pilot.link().down().oldestNanos() / Agenda.MILLI;
        assertTrue(oldestMillis <= 1000, "sent when " + oldestMillis + " ms old");
        assertTrue(fleet.now() - pilot.knownTick() / 60.0 < 0.2, "not shown the present");
        assertEquals(0, fleet.desyncs());
    }

    /** A fleet one of whose pages stands still, before kernels that hold so much for it. */
    private static Fleet frozen(int heldByKernels, int seconds) {
        Fleet fleet = Fleet.of(Fleet.SEATS, USUAL);
        fleet.paths.get(0).holdUnread(heldByKernels);
        fleet.agenda.run(10);
        fleet.pilots.get(0).freeze(true);
        fleet.agenda.run(seconds);
        return fleet;
    }

    @Test
    void aClockIsMovedNeitherByAQueueNorByAQuartzThatErrs() {
        Fleet fleet = Fleet.of(2, USUAL.jitter(10));
        VirtualPilot pilot = fleet.pilots.get(0);
        pilot.drift(200);
        fleet.agenda.run(20);
        double before = ahead(fleet, pilot);
        fleet.paths.get(0).queueDownMillis(150);
        fleet.agenda.run(30);
        fleet.paths.get(0).queueDownMillis(0);
        for (int i = 0; i < 60; i++) {
            fleet.agenda.run(1);
            assertEquals(before, ahead(fleet, pilot), 1, "ticks ahead, " + i + " s later");
        }
        assertEquals(0, pilot.clockJumps());
    }

    /** How many ticks a pilot's present is ahead of the server's. */
    private static double ahead(Fleet fleet, VirtualPilot pilot) {
        return pilot.presentTick() - fleet.now() * 60;
    }

    @Test
    void aStepOfTheRoundTripIsFollowedWithinTwoSecondsAndWithoutHurry() {
        Fleet fleet = Fleet.of(4, Weather.of(100));
        fleet.agenda.run(10);
        fleet.paths.forEach(path -> path.become(Weather.of(200)));
        VirtualPilot pilot = fleet.pilots.get(0);
        double last = pilot.presentTick();
        for (int i = 0; i < 40; i++) {
            fleet.agenda.run(0.1);
            double rate = (pilot.presentTick() - last) / 6;
            assertTrue(rate > 0.949 && rate < 1.051, "rate " + rate);
            last = pilot.presentTick();
            if (i == 19) {
                fleet.server.room.forgetLateness();
            }
        }
        assertEquals(0, fleet.server.room.latePercent());
    }
}

package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.link.Samples;
import dev.apsis.link.TcpLink;
import dev.apsis.link.VirtualPilot;
import dev.apsis.link.Weather;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Objects;

/**
 * What becomes of one pilot whose network stalls, crawls or breaks, or whose page sleeps, while
 * seven others fly on: in virtual time, as in {@link ConditionsTest}.
 */
class TroubleTest {
    private static final Weather USUAL = Weather.of(150);
    private static final int MOST_FRESH_BYTES = 1200;

    private static Fleet flying() {
        Fleet fleet = Fleet.of(Fleet.SEATS, USUAL);
        fleet.measureAfter(10);
        return fleet;
    }

    /** Seconds until a pilot knows the present again, as well as its path lets it. */
    private static double secondsUntilFresh(Fleet fleet, VirtualPilot pilot) {
        double from = fleet.now();
        while (fleet.now() - pilot.knownTick() / 60.0 > USUAL.rttMillis() / 2000.0 + 0.04) {
            fleet.agenda.run(0.001);
            assertTrue(fleet.now() - from < 60, "never fresh again");
        }
        return fleet.now() - from;
    }

    @Test
    void aStallOfASecondQueuesLittleAndOneResyncMendsIt() {
        Fleet fleet = flying();
        VirtualPilot pilot = fleet.pilots.get(0);
        fleet.paths.get(0).breakFor(1);
        fleet.agenda.run(1);
        double mended = secondsUntilFresh(fleet, pilot);
        assertTrue(mended <= 0.95, "fresh " + mended + " s after the stall");
        assertTrue(fleet.mostQueuedBytes() <= 4096, fleet.mostQueuedBytes() + " bytes queued");
        assertTrue(fleet.mostFreshBytes() <= MOST_FRESH_BYTES, fleet.mostFreshBytes() + " bytes");
        fleet.agenda.run(5);
        assertEquals(0, fleet.desyncs());
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 1_000})
    void aSlowReaderCostsNeitherMemoryNorAnybodyElse(int bytesPerSecond) {
        Fleet alone = Fleet.of(Fleet.SEATS - 1, USUAL);
        alone.measureAfter(10);
        alone.agenda.run(60);
        Fleet fleet = Fleet.of(Fleet.SEATS - 1, USUAL);
        fleet.join(USUAL.rate(bytesPerSecond), "");
        fleet.measureAfter(10);
        fleet.agenda.run(60);
        for (int i = 0; i < alone.pilots.size(); i++) {
            assertEquals(alone.pilots.get(i).bytes(), fleet.pilots.get(i).bytes(), "pilot " + i);
        }
        assertTrue(fleet.mostQueuedBytes() <= 16 * 1024, fleet.mostQueuedBytes() + " bytes");
        assertEquals(0, fleet.desyncs());
    }

    /** The bars are two frames at the rate that the line carries. */
    @ParameterizedTest
    @CsvSource({"10000, 67", "4000, 67", "2000, 267", "1500, 267", "1000, 533"})
    void aSlowReaderSeesNothingOlderThanItsAcknowledgementsAllow(int rate, int barMillis) {
        for (String name : new String[] {"slow", /* a spectator */ ""}) {
            Fleet fleet = Fleet.of(Fleet.SEATS - 1, USUAL);
            VirtualPilot slow = fleet.join(USUAL.rate(rate), name);
            fleet.measureAfter(10);
            fleet.agenda.run(60);
            Samples age = slow.figures().excessAgeMillis;
            assertTrue(age.at(95) <= barMillis, rate + " bytes a second, " + name + ": " + age);
            assertEquals(Fleet.SEATS, fleet.server.lines.size(), "nobody gave its connection up");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 250, 400})
    void aPageThatDrawsSlowlyIsNotTakenForASlowLine(int mostMillis) {
        for (String name : new String[] {"slow", /* a spectator */ ""}) {
            Fleet fleet = Fleet.of(Fleet.SEATS - 1, USUAL);
            VirtualPilot slow = fleet.join(USUAL.jitter(30), name);
            fleet.agenda.run(2);
            slow.draws(mostMillis);
            fleet.measureAfter(10);
            fleet.agenda.run(60);
            Samples gap = slow.figures().gapTicks;
            assertEquals(2, gap.at(99), name + ": " + gap);
        }
    }

    @Test
    void anOutageOfFiveSecondsKeepsShipAndScoreAndTheFirstTryAfterItIsFresh() {
        double worst = 0;
        for (int i = 0; i < 10; i++) {
            Fleet fleet = flying();
            VirtualPilot pilot = fleet.pilots.get(0);
            int seat = pilot.welcome().seat();
            TcpLink before = pilot.link();
            fleet.paths.get(0).breakFor(4.5 + i / 10.0);
            fleet.agenda.run(4.5 + i / 10.0);
            worst = Math.max(worst, secondsUntilFresh(fleet, pilot));
            assertEquals(seat, pilot.welcome().seat());
            assertEquals(Fleet.SEATS, fleet.server.room.room.people().size());
            fleet.agenda.run(1);
            assertNotEquals(before, pilot.link());
            assertNull(pilot.refused(), "the page is not sent away by its own echo");
            Refused told = fleet.line(0).refused();
            assertTrue(told == null || told.reason() == Refusal.REPLACED, "the old one is told");
        }
        assertTrue(worst <= 1 + 3.5 * 0.15 + 0.05, worst + " s after the link was back");
    }

    @Test
    void aSeatIsKeptForFifteenSecondsAndNobodyEverHasTwoShips() {
        Fleet fleet = flying();
        VirtualPilot pilot = fleet.pilots.get(0);
        int seat = pilot.welcome().seat();
        fleet.paths.get(0).breakFor(15);
        for (int i = 0; i < 170; i++) {
            fleet.agenda.run(0.1);
            assertEquals(Fleet.SEATS, fleet.server.room.room.people().size());
        }
        secondsUntilFresh(fleet, pilot);
        assertEquals(seat, pilot.welcome().seat());
    }

    @Test
    void aShipCoastsAQuarterSecondAfterItsPilotFellSilent() {
        int thrust = Command.of(Command.LEFT, 0, true, false, false, false, false).packed();
        var fleet = new Fleet();
        VirtualPilot pilot = fleet.join(USUAL, "ann", tick -> thrust);
        fleet.agenda.run(5);
        int seat = pilot.welcome().seat();
        fleet.paths.get(0).breakFor(5);
        fleet.agenda.run(2);
        int silentTick = 0;
        int coastsFromTick = 0;
        for (int tick = 200; tick < fleet.server.room.room.tickNumber(); tick += 2) {
            Frame frame = Objects.requireNonNull(fleet.server.room.history.get(tick));
            if (frame.ackedTick(seat) > silentTick) {
                silentTick = frame.ackedTick(seat);
                coastsFromTick = 0;
            } else if (coastsFromTick == 0 && coasts(frame, seat)) {
                coastsFromTick = tick;
            }
        }
        assertTrue(coastsFromTick > 0, "it never coasts");
        assertTrue(coastsFromTick - silentTick <= 17, "coasts from " + coastsFromTick);
    }

    @Test
    void aDeathTellsEverybodyHowFarTheDeadWas() {
        Fleet fleet = flying();
        VirtualPilot witness = fleet.pilots.get(0);
        while (witness.kill() == null) {
            fleet.agenda.run(1);
            assertTrue(fleet.now() < 600, "nobody ever dies");
        }
        int millis = Objects.requireNonNull(witness.kill()).trips().victimMillis();
        assertTrue(millis >= 150 && millis <= 190, millis + " ms");
    }

    private static boolean coasts(Frame frame, int seat) {
        int at = frame.table(OrbitSchema.SHIP).at(seat);
        int[] rows = frame.table(OrbitSchema.SHIP).rows();
        return rows[at + ShipRow.TURN_B] == 0 && rows[at + ShipRow.DRIVE_B] == 0;
    }

    @Test
    void aHiddenPageHearsAMessageASecondAndIsBackWithItsFirstSnapshot() {
        Fleet fleet = flying();
        VirtualPilot pilot = fleet.pilots.get(0);
        TcpLink link = pilot.link();
        pilot.hide(true);
        fleet.agenda.run(1);
        pilot.measure();
        fleet.agenda.run(60);
        int heard = pilot.messages();
        assertTrue(heard <= 60 + 4, heard + " messages in a minute: pongs, and a few sweeps");
        pilot.hide(false);
        pilot.measure();
        double seconds = secondsUntilFresh(fleet, pilot);
        assertTrue(seconds <= 0.1 + 0.15, seconds + " s until it was fresh");
        assertEquals(1, pilot.figures().gapTicks.count(), "what it missed was not replayed");
        assertSame(link, pilot.link());
    }
}

package dev.apsis.watch;

import static dev.apsis.watch.Readings.MILLI;
import static dev.apsis.watch.Readings.room;
import static dev.apsis.watch.Readings.tick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.TickPhase;
import dev.apsis.watch.GcPauses.Pause;
import dev.apsis.watch.Reading.RoomReading;
import dev.apsis.watch.Trouble.Cause;
import dev.apsis.watch.Verdict.Level;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Is my server healthy, and what was it if not? */
class VerdictTest {
    private static final RoomReading WELL = room("arena", 1500, 0, tick(0, 1, 2, TickPhase.STEP));

    private static Pause pause(long fromMillis, long toMillis) {
        return new Pause(fromMillis * MILLI, toMillis * MILLI);
    }

    private static Cause causeOf(RoomReading room, List<RoomReading> others, Pause... pauses) {
        List<RoomReading> all = new ArrayList<>(others);
        all.add(room);
        return Trouble.of(all, List.of(pauses)).stream()
                .filter(trouble -> trouble.room().equals(room.label()))
                .findFirst()
                .orElseThrow()
                .cause();
    }

    @Test
    void aServerWithTimeToSpareIsWellAndSaysHowMuch() {
        Verdict verdict = Verdict.of(Readings.of(0, WELL), List.of());
        assertEquals(Level.WELL, verdict.level());
        assertTrue(verdict.details().getFirst().startsWith("91 % of each tick"), verdict::toString);
        assertTrue(verdict.details().get(1).endsWith("which nobody feels"), verdict::toString);
    }

    @Test
    void aPauseThatCoversHalfOfTheDelayIsItsCause() {
        RoomReading late = room("arena", 1500, 0, tick(1000, 40, 2, TickPhase.STEP));
        assertEquals(
                new Cause.GcPause(30 * MILLI),
                causeOf(late, List.of(), pause(500, 900), pause(1005, 1035)));
        assertEquals(
                new Cause.BusyLoop(40 * MILLI),
                causeOf(late, List.of(), pause(500, 900), pause(1005, 1010)));
    }

    @Test
    void aTickThatWasLongItselfNamesItsLongestPhase() {
        RoomReading slow = room("arena", 1500, 0, tick(1000, 1, 30, TickPhase.CAPTURE));
        assertEquals(
                new Cause.LongPhase(TickPhase.CAPTURE, 30 * MILLI), causeOf(slow, List.of(WELL)));
    }

    @Test
    void aTickThatWaitedForAnotherRoomsNamesThatRoom() {
        RoomReading late = room("quiet", 1500, 0, tick(1000, 28, 1, TickPhase.STEP));
        RoomReading culprit = room("crowd", 1500, 0, tick(998, 1, 30, TickPhase.STEP));
        assertEquals(new Cause.OtherRoom("crowd"), causeOf(late, List.of(culprit, WELL)));
        RoomReading earlier = room("crowd", 1500, 0, tick(900, 1, 30, TickPhase.STEP));
        assertEquals(new Cause.BusyLoop(28 * MILLI), causeOf(late, List.of(earlier, WELL)));
    }

    @Test
    void ticksThatNeedNearlyAllTheirTimeAreAStrain() {
        RoomReading busy = room("arena", 14_000, 0, tick(0, 1, 14, TickPhase.STEP));
        Verdict verdict = Verdict.of(Readings.of(0, busy), List.of());
        assertEquals(Level.STRAINED, verdict.level());
        assertEquals(
                "room arena: ticks take 14.0 ms (p99) of the 16.7 they may",
                verdict.details().getFirst());
    }

    @Test
    void aSingleJerkIsAStrainAndTold() {
        RoomReading jerk = room("arena", 1500, 0, tick(1000, 60, 1, TickPhase.STEP));
        Verdict verdict = Verdict.of(Readings.of(0, jerk), List.of(pause(1000, 1055)));
        assertEquals(Level.STRAINED, verdict.level());
        String said = verdict.details().toString();
        assertTrue(said.contains("stood still for 55.0 ms to clear its heap"), said);
    }

    @Test
    void ticksThatAreLateForSecondsAreAnIllnessAndTheServerIsNotReady() {
        RoomReading late = room("arena", 14_000, 3, tick(0, 90, 1, TickPhase.STEP));
        Reading reading = Readings.of(0, WELL, late);
        assertEquals(Level.SICK, Verdict.of(reading, List.of()).level());
        assertEquals(
                "room arena: ticks or their frames have been late for 3 s",
                Verdict.notReady(reading).orElseThrow());
        RoomReading moment = room("arena", 1500, 2, tick(0, 90, 1, TickPhase.STEP));
        assertTrue(Verdict.notReady(Readings.of(0, moment)).isEmpty(), "a moment is no illness");
    }

    @Test
    void aRoomThatDoesNotAnswerIsAnIllness() {
        Reading reading = Readings.of(1, WELL);
        assertEquals(Level.SICK, Verdict.of(reading, List.of()).level());
        assertTrue(Verdict.notReady(reading).isPresent());
    }
}

package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.delta.Steps;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** What a viewer costs, and what it does not cost: exactly, on one fight of twenty ships. */
class CostsTest {
    private static final int SECONDS = 20;

    /** For what is there once, and what is said once a second; the smallest object has 16. */
    private static final double SPARE_BYTES = 2;

    private static final List<Frame> FIGHT = Theatre.fight(SECONDS);

    private static Theatre audience(int viewersPerShip, List<Frame> frames) {
        var theatre = new Theatre();
        for (int i = 0; i < viewersPerShip * Theatre.SHIPS; i++) {
            theatre.admit(i % Theatre.SHIPS, i >= Theatre.SHIPS);
        }
        theatre.show(frames);
        return theatre;
    }

    @Test
    void whoIsOutOfSightCostsNoByteOfASnapshotAndLittleOfTheRadar() {
        List<Frame> crowded = FIGHT.stream().map(each -> Theatre.crowded(each, 480)).toList();
        Theatre few = audience(1, FIGHT);
        Theatre many = audience(1, crowded);
        for (int i = 0; i < Theatre.SHIPS; i++) {
            assertEquals(few.lines.get(i).snapshotBytes(), many.lines.get(i).snapshotBytes());
        }
        long radar = many.lines.get(0).otherBytes() - few.lines.get(0).otherBytes();
        double perShipSecond = radar / 480.0 / SECONDS;
        assertTrue(perShipSecond <= 2.6, perShipSecond + " bytes of radar a ship and second");
    }

    @Test
    void aSpectatorNeverCostsMoreThanThePilotItFollows() {
        var theatre = new Theatre();
        for (int seat = 0; seat < Theatre.SHIPS; seat++) {
            theatre.admit(seat, false);
            theatre.admit(seat, true);
        }
        theatre.show(FIGHT);
        for (int seat = 0; seat < Theatre.SHIPS; seat++) {
            long pilot = theatre.lines.get(2 * seat).snapshotBytes();
            long spectator = theatre.lines.get(2 * seat + 1).snapshotBytes();
            assertTrue(spectator <= pilot, spectator + " and " + pilot + " bytes");
        }
    }

    @Test
    void twiceTheViewersOfTheSameViewsEncodeNotARecordMore() {
        assertEquals(audience(1, FIGHT).encodes(), audience(2, FIGHT).encodes());
        assertEquals(audience(1, FIGHT).encodes(), audience(8, FIGHT).encodes());
    }

    @Test
    void nothingIsEncodedMoreThanOnceForEachPaceAndOnceInFull() {
        var theatre = new Theatre();
        for (int i = 0; i < Steps.COUNT * Theatre.SHIPS; i++) {
            theatre.admit(i % Theatre.SHIPS, true, 1 << (i / Theatre.SHIPS));
        }
        for (Frame frame : FIGHT) {
            long before = theatre.encodes();
            theatre.show(List.of(frame));
            int entities = 0;
            for (Table table : frame.tables()) {
                entities += (int) IntStream.of(table.ids()).filter(id -> id != 0).count();
            }
            long encodes = theatre.encodes() - before;
            assertTrue(
                    encodes <= (Steps.COUNT + 1L) * entities, encodes + " encodes of " + entities);
        }
    }

    /** A line is only lent the message. */
    @Test
    void aViewersFrameLeavesNothingOnTheHeap() {
        audience(4, FIGHT); // warms up
        Theatre one = audience(2, FIGHT);
        Theatre two = audience(4, FIGHT);
        double shown = (double) FIGHT.size() * 2 * Theatre.SHIPS;
        double more = (two.allocatedBytes() - one.allocatedBytes()) / shown;
        assertTrue(more <= SPARE_BYTES, more + " bytes for a viewer and frame");
    }
}

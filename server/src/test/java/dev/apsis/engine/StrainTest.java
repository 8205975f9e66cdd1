package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** Strain is told how late ticks were, second by second, and asked what to spare. */
class StrainTest {
    private final Strain strain = new Strain();
    private int viewers = Strain.CROWD;

    /** So many seconds of 60 ticks, of which some are late; the relief after the last. */
    private Relief after(int seconds, int lateOf60) {
        Relief relief = strain.relief();
        for (int i = 0; i < seconds; i++) {
            for (int tick = 0; tick < 60; tick++) {
                strain.note(tick < lateOf60 ? Strain.LATE_NANOS + 1 : Strain.LATE_NANOS);
            }
            relief = strain.judge(viewers);
        }
        return relief;
    }

    @Test
    void itClimbsInTheDeclaredOrderAndStopsAtTheTop() {
        assertEquals(Relief.NONE, after(1, 60));
        assertEquals(Relief.LONELY, after(1, 60));
        assertEquals(Relief.SPECTATORS, after(2, 60));
        assertEquals(Relief.DOORS, after(2, 12));
        assertEquals(Relief.DOORS, after(100, 60));
        assertEquals(
                Map.of(Relief.LONELY, 1, Relief.SPECTATORS, 1, Relief.DOORS, 1),
                strain.gauge().taken());
    }

    @Test
    void itComesDownStepByStepOnlyAfterTenEasySeconds() {
        after(6, 60);
        assertEquals(Relief.DOORS, after(9, 0));
        assertEquals(Relief.SPECTATORS, after(1, 0));
        assertEquals(Relief.SPECTATORS, after(9, 1));
        assertEquals(Relief.LONELY, after(1, 0));
        assertEquals(Relief.NONE, after(10, 0));
        assertEquals(Relief.NONE, after(100, 0));
    }

    @Test
    void aRoomOfFewSeeksNoReliefForItIsNotTheLoad() {
        viewers = Strain.CROWD - 1;
        assertEquals(Relief.NONE, after(100, 60));
        viewers = Strain.CROWD;
        assertEquals(Relief.SPECTATORS, after(4, 60));
        viewers = 1;
        assertEquals(Relief.NONE, after(20, 0), "and finds its way back from some");
    }

    @Test
    void whoShowsItsFramesMustKeepUpToo() {
        assertEquals(Relief.NONE, behind(100, 4), "two frames are what the way takes");
        assertEquals(Relief.LONELY, behind(2, 5));
        assertEquals(Relief.LONELY, behind(9, 4));
        assertEquals(Relief.NONE, behind(1, 4));
    }

    /** So many seconds of ticks in time, whose frames are shown so many ticks late. */
    private Relief behind(int seconds, int ticksAgo) {
        Relief relief = strain.relief();
        for (int i = 0; i < seconds; i++) {
            strain.noteShown(0, 2);
            strain.noteShown(ticksAgo, 2);
            relief = after(1, 0);
        }
        return relief;
    }

    @Test
    void whatIsNeitherHardNorEasyChangesNothing() {
        after(2, 60);
        assertEquals(Relief.LONELY, after(1000, 6));
        after(9, 0);
        assertEquals(Relief.LONELY, after(1, 6), "easy seconds are counted in a row");
        assertEquals(Relief.LONELY, after(9, 0));
        after(1, 60);
        after(1, 6);
        assertEquals(Relief.LONELY, after(1, 60), "and so are hard ones");
    }
}

package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.frame.Frame;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** A viewer whose line takes everything, as a frozen client's kernel does for a while. */
class ViewerTest {
    private static final int PATIENCE_TICKS = 60;
    private static final int MINUTE = 3600;

    private final Viewer viewer = new Viewer(new ReadyLine(), 3, 1);

    @Test
    void whoAcknowledgesNothingForASecondIsShownNothingMore() {
        assertEquals(PATIENCE_TICKS / 2, shownFrom(2, MINUTE));
    }

    @Test
    void whoAcknowledgesAgainIsShownTheNextFrameHoweverLongItWas() {
        assertEquals(PATIENCE_TICKS / 2, shownFrom(2, MINUTE));
        viewer.acknowledge(PATIENCE_TICKS - 2, 0);
        assertFalse(ready(MINUTE + 2), "it has not read all of it yet");
        viewer.acknowledge(PATIENCE_TICKS, 0);
        assertTrue(ready(MINUTE + 4));
    }

    @Test
    void whoAcknowledgesAsItReadsIsShownEverything() {
        int shown = 0;
        for (int tick = 2; tick <= MINUTE; tick += 2) {
            shown += ready(tick) ? 1 : 0;
            viewer.acknowledge((tick - 20) & 1023, 0);
        }
        assertEquals(MINUTE / 2, shown);
    }

    @Test
    void whatWasNeverShownCanNotBeAcknowledged() {
        assertEquals(PATIENCE_TICKS / 2, shownFrom(2, MINUTE));
        viewer.acknowledge(PATIENCE_TICKS + 40, 0);
        assertFalse(ready(MINUTE + 2));
    }

    @Test
    void itsSecondsBeginWithItsFirstFrameSoThatNotEverybodyIsSweptAtOnce() {
        var later = new Viewer(new ReadyLine(), 4, 1);
        List<Integer> turns = new ArrayList<>();
        List<Integer> turnsOfLater = new ArrayList<>();
        for (int frame = 7; frame < 100; frame++) {
            if (viewer.turns(frame, PATIENCE_TICKS / 2)) {
                turns.add(frame);
            }
            if (frame >= 20 && later.turns(frame, PATIENCE_TICKS / 2)) {
                turnsOfLater.add(frame);
            }
        }
        assertEquals(List.of(7, 37, 67, 97), turns);
        assertEquals(List.of(20, 50, 80), turnsOfLater);
    }

    private int shownFrom(int fromTick, int toTick) {
        int shown = 0;
        for (int tick = fromTick; tick <= toTick; tick += 2) {
            shown += ready(tick) ? 1 : 0;
        }
        return shown;
    }

    private boolean ready(int tick) {
        return viewer.ready(Frame.empty(tick), tick / 2, PATIENCE_TICKS);
    }
}

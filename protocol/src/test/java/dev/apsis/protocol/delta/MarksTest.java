package dev.apsis.protocol.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;

import org.junit.jupiter.api.Test;

import java.util.List;

class MarksTest {
    /** So many viewers, and the marks have gone round. */
    private static final int VIEWERS = (1 << 31) / -Roster.MAX;

    private final Marks marks = new Marks(1);

    @Test
    void whatOneViewersEntitiesWereMarkedByIsNoMarkOfAnyLaterOnes() {
        Frame frame = frame(100);
        marks.begin(frame);
        marks.placeAt(0, 7, 0);
        marks.placeAt(0, 99, Roster.MAX - 1);
        assertEquals(0, marks.place(0, 7));
        assertEquals(Roster.MAX - 1, marks.place(0, 99));
        for (int viewer = 1; viewer <= VIEWERS + 10; viewer++) {
            marks.begin(frame);
            assertEquals(-1, marks.place(0, 7));
            assertEquals(-1, marks.place(0, 99));
        }
        marks.placeAt(0, 7, 12);
        assertEquals(12, marks.place(0, 7));
    }

    @Test
    void beyondTheTableIsNothing() {
        marks.begin(frame(1));
        assertEquals(-1, marks.place(0, 5000));
    }

    private static Frame frame(int slots) {
        return new Frame(1, List.of(new Table(slots, 1, 0)), new int[0], new int[0]);
    }
}

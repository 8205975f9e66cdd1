package dev.apsis.engine;

import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;

import java.util.Arrays;

/**
 * What a room knows of one session; {@code id} and {@code row} are of its body, 0 and empty if
 * none.
 */
public record Whereabouts(int seat, int tick, int score, int id, int[] row) {
    static final Whereabouts UNKNOWN = new Whereabouts(-1, 0, 0, 0, new int[0]);

    /** What a frame says of a seat; the seat's body is in the slot of its number. */
    static Whereabouts of(Frame frame, int seat, int score) {
        int id = frame.id(0, seat);
        if (id == 0) {
            return new Whereabouts(seat, frame.tick(), score, 0, new int[0]);
        }
        Table table = frame.table(0);
        int[] row = Arrays.copyOfRange(table.rows(), table.at(seat), table.at(seat + 1));
        return new Whereabouts(seat, frame.tick(), score, id, row);
    }
}

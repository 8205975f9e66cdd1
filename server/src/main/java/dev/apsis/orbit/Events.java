package dev.apsis.orbit;

import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.OrbitSchema;

import java.util.Arrays;

/**
 * What eye and ear are told of since the last frame. No part of the match's state: whoever takes no
 * frames loses nothing. Owned by its simulation.
 */
final class Events {
    /** What happens beyond so many in one frame is seen by its effects only. */
    private static final int MOST = 512;

    private final int[] buffer = new int[MOST * Frame.EVENT_STRIDE];
    private int end;

    void hit(int ship, int by, int damage) {
        add(OrbitSchema.HIT, ship, by, damage);
    }

    void burst(int ship, int size) {
        add(OrbitSchema.BURST, ship, size, 0);
    }

    /** Hands them out, those of ships that are gone again left out. */
    int[] drain(Ships ships) {
        int kept = 0;
        for (int at = 0; at < end; at += Frame.EVENT_STRIDE) {
            if (ships.exists(buffer[at + 2])) {
                System.arraycopy(buffer, at, buffer, kept, Frame.EVENT_STRIDE);
                kept += Frame.EVENT_STRIDE;
            }
        }
        end = 0;
        return Arrays.copyOf(buffer, kept);
    }

    private void add(int event, int ship, int first, int second) {
        if (end == buffer.length) {
            return;
        }
        Arrays.fill(buffer, end, end + Frame.EVENT_STRIDE, 0);
        buffer[end] = event;
        buffer[end + 1] = OrbitSchema.SHIP;
        buffer[end + 2] = ship;
        buffer[end + 3] = first;
        buffer[end + 4] = second;
        end += Frame.EVENT_STRIDE;
    }
}

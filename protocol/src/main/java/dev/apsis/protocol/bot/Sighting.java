package dev.apsis.protocol.bot;

import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.schema.EventType;

import java.util.Arrays;

/**
 * What a frame told, in wire integers, copied from the mirror: the mirror moves on, this stays.
 * Nobody writes into its arrays once it is made.
 */
record Sighting(
        int tick,
        int self,
        int stride,
        int[] types,
        int[] keys,
        int[] rows,
        int[] secrets,
        int[] events) {
    static final int EVENT_STRIDE = 2 + EventType.MAX_FIELDS;

    static Sighting of(Mirror mirror) {
        int size = mirror.size();
        return new Sighting(
                mirror.tick(),
                mirror.self(),
                mirror.stride(),
                Arrays.copyOf(mirror.types(), size),
                Arrays.copyOf(mirror.keys(), size),
                Arrays.copyOf(mirror.rows(), size * mirror.stride()),
                mirror.secrets().clone(),
                Arrays.copyOf(mirror.events(), mirror.eventCount() * mirror.eventStride()));
    }

    int count() {
        return types.length;
    }

    int at(int i) {
        return i * stride;
    }

    /** The same things at a later tick, in rows of its own; what happened is of the frame. */
    Sighting movedTo(int laterTick, int[] movedRows, int[] movedSecrets) {
        return new Sighting(laterTick, self, stride, types, keys, movedRows, movedSecrets, events);
    }
}

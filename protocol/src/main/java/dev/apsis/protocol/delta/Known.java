package dev.apsis.protocol.delta;

import dev.apsis.protocol.schema.EventType;
import dev.apsis.protocol.schema.Schema;

import java.util.Arrays;

/**
 * The part of the world that one viewer knows: its roster with a row each, its own ship's secrets,
 * and what the last snapshot said went and happened. {@link Mirror} keeps it up. Owned by the
 * viewer.
 */
public abstract sealed class Known permits Mirror {
    final Schema schema;
    final int stride;

    int[] types = {};
    int[] keys = {};
    int[] rows = {};
    final int[] secrets;
    final int[] events = new int[SnapshotWriter.MAX_EVENTS * (2 + EventType.MAX_FIELDS)];
    int size;
    int self = -1;
    int goneCount;
    int eventCount;
    int tick;
    int ackedBehind;
    int slackHalfTicks;
    int desyncs;

    private int[] gone = {};

    /** With room for some entries; it makes more when they come. */
    Known(Schema schema, int entries) {
        this.schema = schema;
        this.stride = schema.stride();
        this.secrets = new int[Math.max(1, schema.type(0).secrets().size())];
        makeRoom(entries);
    }

    /** Sees to room for so many entries, at least. */
    final void makeRoom(int entries) {
        if (entries > types.length) {
            int room = Math.min(Roster.MAX, Math.max(entries, 2 * types.length));
            types = Arrays.copyOf(types, room);
            keys = Arrays.copyOf(keys, room);
            rows = Arrays.copyOf(rows, room * stride);
            gone = Arrays.copyOf(gone, room * goneStride());
        }
    }

    /** Moves an entry to another place while entries are being dropped. */
    void move(int from, int to) {
        if (from != to) {
            types[to] = types[from];
            keys[to] = keys[from];
            System.arraycopy(rows, from * stride, rows, to * stride, stride);
        }
        if (self == from) {
            self = to;
        }
    }

    /** Remembers an entry as gone, with its last row. */
    void noteGone(int i, boolean ended) {
        int at = goneCount++ * goneStride();
        gone[at] = keys[i];
        gone[at + 1] = types[i];
        gone[at + 2] = ended ? 1 : 0;
        System.arraycopy(rows, i * stride, gone, at + 3, stride);
        if (self == i) {
            self = -1;
        }
    }

    /** What the server's fingerprint of this roster must be. */
    int fingerprint() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = Fingerprint.add(hash, rows, i * stride, schema.type(types[i]).fields().size());
        }
        return Fingerprint.fold(hash);
    }

    public int tick() {
        return tick;
    }

    public int ackedTick() {
        return tick - ackedBehind;
    }

    public int slackHalfTicks() {
        return slackHalfTicks;
    }

    /**
     * How often the server's fingerprint of this roster differed from ours: never, unless a bug.
     */
    public int desyncs() {
        return desyncs;
    }

    public int size() {
        return size;
    }

    /** Index of the viewer's own ship, or -1. */
    public int self() {
        return self;
    }

    public int[] types() {
        return types;
    }

    /** A number for each entity, never used again. */
    public int[] keys() {
        return keys;
    }

    /** Entity i's fields begin at {@code i * stride()}; another array once more has come. */
    public int[] rows() {
        return rows;
    }

    public int stride() {
        return stride;
    }

    /** Own ship's owner-only fields. */
    public int[] secrets() {
        return secrets;
    }

    public int goneCount() {
        return goneCount;
    }

    /** Who left with the last snapshot: key, type, 1 if it came to its end, then its last row. */
    public int[] gone() {
        return gone;
    }

    public int goneStride() {
        return 3 + stride;
    }

    public int eventCount() {
        return eventCount;
    }

    /** What happened in the last snapshot: event, index of its subject, then its fields. */
    public int[] events() {
        return events;
    }

    public int eventStride() {
        return 2 + EventType.MAX_FIELDS;
    }

    /** The valid part of an array, for tests and tools. */
    public int[] row(int i) {
        return Arrays.copyOfRange(rows, i * stride, i * stride + stride);
    }
}

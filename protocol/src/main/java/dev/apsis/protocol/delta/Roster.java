package dev.apsis.protocol.delta;

import java.util.Arrays;

/**
 * What one viewer knows, in the order both ends keep: so that updates need no ids. Owned by the
 * viewer's event loop.
 */
public final class Roster {
    /** No viewer is told of more; whatever comes later stays out of sight until others leave. */
    public static final int MAX = 1024;

    /** Of one entity: its type, slot and id; beside each other, for that is how they are read. */
    private static final int STRIDE = 3;

    private int[] entries = new int[128 * STRIDE];
    private int size;
    private boolean fresh = true;
    private int ackedBehind;
    private int slack;

    /** Whether the viewer must be told everything again, as it was at the start. */
    public boolean fresh() {
        return fresh;
    }

    /** The viewer missed a frame or lost its thread: its next snapshot is a delta from nothing. */
    public void forget() {
        fresh = true;
    }

    void begin() {
        fresh = false;
        size = 0;
        ackedBehind = 0;
        slack = 0;
    }

    /** Notes the receipt of the viewer's commands; whether it differs from the last one told. */
    boolean noteReceipt(int newAckedBehind, int newSlack) {
        boolean differs = newAckedBehind != ackedBehind || newSlack != slack;
        ackedBehind = newAckedBehind;
        slack = newSlack;
        return differs;
    }

    public int size() {
        return size;
    }

    public int type(int i) {
        return entries[STRIDE * i];
    }

    public int slot(int i) {
        return entries[STRIDE * i + 1];
    }

    public int id(int i) {
        return entries[STRIDE * i + 2];
    }

    /** Appends an entity; false if the roster is full. */
    public boolean add(int type, int slot, int id) {
        if (size == MAX) {
            return false;
        }
        int at = STRIDE * size++;
        if (at == entries.length) {
            entries = Arrays.copyOf(entries, at * 2);
        }
        entries[at] = type;
        entries[at + 1] = slot;
        entries[at + 2] = id;
        return true;
    }

    /** Moves entry {@code from} to place {@code to} while entries are being dropped. */
    void move(int from, int to) {
        if (from != to) {
            System.arraycopy(entries, STRIDE * from, entries, STRIDE * to, STRIDE);
        }
    }

    void truncate(int newSize) {
        size = newSize;
    }
}

package dev.apsis.protocol.delta;

import java.util.Arrays;

/**
 * What one viewer knows, in the order both ends keep: so that updates need no ids. Owned by the
 * viewer's event loop.
 */
public final class Roster {
    /** No viewer is told of more; whatever comes later stays out of sight until others leave. */
    public static final int MAX = 1024;

    private int[] types = new int[128];
    private int[] slots = new int[128];
    private int[] ids = new int[128];
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
        return types[i];
    }

    public int slot(int i) {
        return slots[i];
    }

    public int id(int i) {
        return ids[i];
    }

    /** Appends an entity; false if the roster is full. */
    public boolean add(int type, int slot, int id) {
        if (size == MAX) {
            return false;
        }
        if (size == types.length) {
            types = Arrays.copyOf(types, size * 2);
            slots = Arrays.copyOf(slots, size * 2);
            ids = Arrays.copyOf(ids, size * 2);
        }
        types[size] = type;
        slots[size] = slot;
        ids[size++] = id;
        return true;
    }

    /** Moves entry {@code from} to place {@code to} while entries are being dropped. */
    void move(int from, int to) {
        types[to] = types[from];
        slots[to] = slots[from];
        ids[to] = ids[from];
    }

    void truncate(int newSize) {
        size = newSize;
    }
}

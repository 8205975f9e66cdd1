package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitWriter;

/** How many bits each part of the snapshots took, summed up. Owned by their writer. */
public final class Tally {
    public static final int HEAD = 0;
    public static final int LEAVES = 1;
    public static final int DELTAS = 2;
    public static final int ENTERS = 3;
    public static final int OWN = 4;
    public static final int EVENTS = 5;
    public static final int PARTS = 6;

    private final long[] bits = new long[PARTS];
    private int from;

    void begin(BitWriter out) {
        from = out.length();
    }

    void end(int part, BitWriter out) {
        bits[part] += out.length() - from;
        from = out.length();
    }

    public long bits(int part) {
        return bits[part];
    }
}

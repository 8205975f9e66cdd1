package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitReader;

/** How far apart two snapshots of one viewer may be: one, two, four or eight frames. */
public final class Steps {
    static final int BITS = 2;

    /** There are so many; each is twice the one before. */
    public static final int COUNT = 1 << BITS;

    public static final int LONGEST = 1 << (COUNT - 1);

    static final int SLACK_BITS = 6;

    private Steps() {}

    /** Whether a snapshot may be so many frames after another. */
    public static boolean has(int frames) {
        return frames > 0 && frames <= LONGEST && Integer.bitCount(frames) == 1;
    }

    /** The step of so many frames, counted from 0, the shortest. */
    public static int code(int frames) {
        if (!has(frames)) {
            throw new IllegalArgumentException("no step of " + frames + " frames");
        }
        return Integer.numberOfTrailingZeros(frames);
    }

    static int frames(BitReader in) {
        return 1 << in.read(BITS);
    }
}

package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitReader;

/** How far apart two snapshots of one viewer may be: one, two or four frames. */
public final class Steps {
    static final int BITS = 2;
    static final int SLACK_BITS = 6;

    private Steps() {}

    static int code(int frames) {
        return switch (frames) {
            case 1 -> 0;
            case 2 -> 1;
            case 4 -> 2;
            default -> throw new IllegalArgumentException("no step of " + frames + " frames");
        };
    }

    static int frames(BitReader in) {
        int code = in.read(BITS);
        if (code == 3) {
            throw in.wrong("an unknown step");
        }
        return 1 << code;
    }
}

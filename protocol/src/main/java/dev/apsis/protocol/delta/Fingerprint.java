package dev.apsis.protocol.delta;

/** Sixteen bits that differ, almost surely, if two ends disagree about the public world. */
final class Fingerprint {
    /** How often it travels: with every frame whose number is a multiple of this. */
    static final int EVERY_FRAMES = 32;

    static final int BITS = 16;

    private Fingerprint() {}

    static int add(int hash, int[] row, int at, int fields) {
        int h = hash;
        for (int i = 0; i < fields; i++) {
            h = (h ^ row[at + i]) * 0x01000193;
            h ^= h >>> 15;
        }
        return h;
    }

    static int fold(int hash) {
        return (hash ^ hash >>> 16) & 0xffff;
    }
}

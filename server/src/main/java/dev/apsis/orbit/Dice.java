package dev.apsis.orbit;

/** The match's own chance: from a seed, the same on every machine. Owned by its simulation. */
final class Dice {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    /** The state's low and high half. */
    private final int[] state;

    Dice(Memory memory, long seed) {
        this.state = memory.ints(2);
        put(seed ^ STEP);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** A number from {@code low} to just under {@code high}. */
    double between(double low, double high) {
        return low + (high - low) * (below(1 << 24) / 16777216.0);
    }

    private long next() {
        long z = (((long) state[1] << 32) | (state[0] & 0xffffffffL)) + STEP;
        put(z);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private void put(long value) {
        state[0] = (int) value;
        state[1] = (int) (value >>> 32);
    }
}

package dev.apsis.orbit;

/** Chance from a seed, the same on every machine. Owned by its match, or by a bot. */
public final class Dice {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    /** The state's low and high half. */
    private final int[] state;

    Dice(Memory memory, long seed) {
        this.state = memory.ints(2);
        put(seed ^ STEP);
    }

    /** Dice of their own, for who is no part of a match. */
    public static Dice of(long seed) {
        return new Dice(new Memory(), seed);
    }

    /** A number from 0 to {@code bound - 1}. */
    public int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** A number from {@code low} to just under {@code high}. */
    public double between(double low, double high) {
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

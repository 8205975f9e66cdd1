package dev.apsis.orbit;

/** The match's own chance: from a seed, the same on every machine. Owned by its simulation. */
final class Dice {
    private long state;

    Dice(long seed) {
        this.state = seed ^ 0x9e3779b97f4a7c15L;
    }

    long state() {
        return state;
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}

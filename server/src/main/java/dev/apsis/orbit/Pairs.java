package dev.apsis.orbit;

import java.util.Arrays;

/** Who meets whom in a tick: pairs of slots. Owned by its simulation. */
final class Pairs {
    private int[] pairs = new int[128];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int first, int second) {
        if (2 * size + 2 > pairs.length) {
            pairs = Arrays.copyOf(pairs, pairs.length * 2);
        }
        pairs[2 * size] = first;
        pairs[2 * size + 1] = second;
        size++;
    }

    /** Takes back what was added from an index on. */
    void cut(int newSize) {
        size = newSize;
    }

    int size() {
        return size;
    }

    int first(int i) {
        return pairs[2 * i];
    }

    int second(int i) {
        return pairs[2 * i + 1];
    }
}

package dev.apsis.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Counts durations in a few fixed buckets from the beginning on, which is what monitoring systems
 * compare and add up. Owned by whoever records; counting allocates nothing.
 */
public final class Buckets {
    private static final long MICRO = 1_000;

    /** The upper edges, rising; what is longer than the last is counted beyond it. */
    private static final long[] EDGES_NANOS = {
        100 * MICRO,
        250 * MICRO,
        500 * MICRO,
        1_000 * MICRO,
        2_000 * MICRO,
        4_000 * MICRO,
        8_000 * MICRO,
        16_000 * MICRO,
        33_000 * MICRO,
        66_000 * MICRO,
        250_000 * MICRO,
        1_000_000 * MICRO
    };

    private final long[] counts = new long[EDGES_NANOS.length + 1];
    private long sumNanos;

    /**
     * What was counted so far: one number for each edge, then one for what lies beyond the last.
     */
    public record Counted(List<Long> counts, long sumNanos) {
        /** Nothing yet. */
        public static final Counted NONE =
                new Counted(Collections.nCopies(EDGES_NANOS.length + 1, 0L), 0);

        public Counted {
            counts = List.copyOf(counts);
        }

        /** Both together. */
        public Counted and(Counted other) {
            List<Long> sums = new ArrayList<>(counts.size());
            for (int i = 0; i < counts.size(); i++) {
                sums.add(counts.get(i) + other.counts.get(i));
            }
            return new Counted(sums, sumNanos + other.sumNanos);
        }

        /** How many durations there were. */
        public long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** How many edges there are. */
    public static int edges() {
        return EDGES_NANOS.length;
    }

    /** The longest duration that the bucket counts. */
    public static long edgeNanos(int bucket) {
        return EDGES_NANOS[bucket];
    }

    /** Counts a duration; a negative one as none. */
    public void record(long nanos) {
        long counted = Math.max(0, nanos);
        int bucket = 0;
        while (bucket < EDGES_NANOS.length && counted > EDGES_NANOS[bucket]) {
            bucket++;
        }
        counts[bucket]++;
        sumNanos += counted;
    }

    /** What was counted since the last call of this. */
    public Counted drain() {
        Counted drained = counted();
        Arrays.fill(counts, 0);
        sumNanos = 0;
        return drained;
    }

    public Counted counted() {
        List<Long> copy = new ArrayList<>(counts.length);
        for (long count : counts) {
            copy.add(count);
        }
        return new Counted(copy, sumNanos);
    }
}

package dev.apsis.measure;

import java.util.Arrays;

/**
 * Counts values in buckets a thirty-second part of their size wide, from which quantiles are read:
 * of any number of values in the same 8 KiB, and without an allocation. Owned by whoever records.
 *
 * <p>Negative values count as 0. A quantile is the upper edge of its bucket, so at most 1/32 too
 * large; the maximum is exact.
 */
public final class Histogram {
    private static final int SUB_BITS = 5;
    private static final int SUBS = 1 << SUB_BITS;
    private static final int BUCKETS = (64 - SUB_BITS) * SUBS;

    private final int[] counts = new int[BUCKETS];
    private long count;
    private long sum;
    private long max;

    public void record(long value) {
        long counted = Math.max(0, value);
        counts[bucket(counted)]++;
        count++;
        sum += counted;
        max = Math.max(max, counted);
    }

    /** Counts all of another's values too. */
    public void add(Histogram other) {
        for (int i = 0; i < BUCKETS; i++) {
            counts[i] += other.counts[i];
        }
        count += other.count;
        sum += other.sum;
        max = Math.max(max, other.max);
    }

    public void clear() {
        Arrays.fill(counts, 0);
        count = 0;
        sum = 0;
        max = 0;
    }

    public long count() {
        return count;
    }

    /** The sum of all values. */
    public long sum() {
        return sum;
    }

    /** The largest value; 0 if there was none. */
    public long max() {
        return max;
    }

    /** The value that so large a part (0 to 1) of all values does not exceed; 0 without values. */
    public long quantile(double part) {
        long wanted = (long) Math.ceil(part * count);
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return Math.min(max, upperEdge(i));
            }
        }
        return max;
    }

    private static int bucket(long value) {
        int magnitude = Math.max(0, 64 - SUB_BITS - 1 - Long.numberOfLeadingZeros(value));
        return (magnitude << SUB_BITS) + (int) (value >>> magnitude);
    }

    private static long upperEdge(int bucket) {
        if (bucket < 2 * SUBS) {
            return bucket;
        }
        int magnitude = (bucket >>> SUB_BITS) - 1;
        long lowest = (long) (SUBS + (bucket & (SUBS - 1))) << magnitude;
        return lowest + (1L << magnitude) - 1;
    }
}

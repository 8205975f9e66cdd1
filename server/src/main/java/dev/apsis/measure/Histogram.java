package dev.apsis.measure;

import java.util.Arrays;

/**
 * Counts values in buckets a small part of their size wide, from which quantiles are read: of any
 * number of values in the same few KiB, and without an allocation. Owned by whoever records.
 *
 * <p>Negative values count as 0. A quantile is the upper edge of its bucket, so at most 1/32 too
 * large, or 1/256 where it is a fine one; the maximum is exact.
 */
public final class Histogram {
    private static final int USUAL_BITS = 5;
    private static final int FINE_BITS = 8;

    /** A bucket is so many halvings narrower than its values are large. */
    private final int subBits;

    private final int[] counts;
    private long count;
    private long sum;
    private long max;

    /** One of 8 KiB, where there are many. */
    public Histogram() {
        this(USUAL_BITS);
    }

    private Histogram(int subBits) {
        this.subBits = subBits;
        this.counts = new int[(64 - subBits) << subBits];
    }

    /** One of 56 KiB, where there are few. */
    public static Histogram fine() {
        return new Histogram(FINE_BITS);
    }

    public void record(long value) {
        long counted = Math.max(0, value);
        counts[bucket(counted)]++;
        count++;
        sum += counted;
        max = Math.max(max, counted);
    }

    /** Counts all values of another, as fine as this one, too. */
    public void add(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
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
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return Math.min(max, upperEdge(i));
            }
        }
        return max;
    }

    private int bucket(long value) {
        int magnitude = Math.max(0, 64 - subBits - 1 - Long.numberOfLeadingZeros(value));
        return (magnitude << subBits) + (int) (value >>> magnitude);
    }

    private long upperEdge(int bucket) {
        int subs = 1 << subBits;
        if (bucket < 2 * subs) {
            return bucket;
        }
        int magnitude = (bucket >>> subBits) - 1;
        long lowest = (long) (subs + (bucket & (subs - 1))) << magnitude;
        return lowest + (1L << magnitude) - 1;
    }
}

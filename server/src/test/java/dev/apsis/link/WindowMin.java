package dev.apsis.link;

import java.util.Arrays;

/** The smallest value in a sliding window of time: window-min.ts, line by line. */
final class WindowMin {
    private final double bucketMillis;
    private final double[] minima;
    private final double[] stamps;

    WindowMin(double spanMillis, int buckets) {
        this.bucketMillis = spanMillis / buckets;
        this.minima = new double[buckets];
        this.stamps = new double[buckets];
        clear();
    }

    void add(double value, double nowMillis) {
        double bucket = Math.floor(nowMillis / bucketMillis);
        int i = (int) Math.floorMod((long) bucket, (long) minima.length);
        if (stamps[i] != bucket) {
            stamps[i] = bucket;
            minima[i] = value;
        } else if (value < minima[i]) {
            minima[i] = value;
        }
    }

    /** Infinity when nothing was seen within the window. */
    double at(double nowMillis) {
        double oldest = Math.floor(nowMillis / bucketMillis) - minima.length;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < minima.length; i++) {
            if (stamps[i] > oldest && minima[i] < least) {
                least = minima[i];
            }
        }
        return least;
    }

    void clear() {
        Arrays.fill(stamps, Double.NEGATIVE_INFINITY);
    }
}

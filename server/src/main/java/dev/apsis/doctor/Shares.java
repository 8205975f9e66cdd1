package dev.apsis.doctor;

import java.util.List;

/** Shares of what was measured. Pure. */
final class Shares {
    private Shares() {}

    /** The value below which a share of all is; not a number of none. */
    static double at(List<Double> values, double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int place = (int) Math.floor(share * sorted.size());
        return sorted.get(Math.min(sorted.size() - 1, place));
    }

    static double median(List<Double> values) {
        return at(values, 0.5);
    }

    /** What varies: how much more than usual one in twenty takes. */
    static double jitter(List<Double> values) {
        return at(values, 0.95) - median(values);
    }
}

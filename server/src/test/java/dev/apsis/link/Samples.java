package dev.apsis.link;

import java.util.Arrays;
import java.util.Locale;

/** Numbers of one kind that were measured. Owned by whoever measures. */
public final class Samples {
    private double[] values = new double[1024];
    private int count;
    private double sum;
    private boolean sorted;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
        sum += value;
        sorted = false;
    }

    public void addAll(Samples others) {
        for (int i = 0; i < others.count; i++) {
            add(others.values[i]);
        }
    }

    public int count() {
        return count;
    }

    public double mean() {
        return count == 0 ? 0 : sum / count;
    }

    public double most() {
        return at(100);
    }

    /** The value that so many in a hundred do not exceed. */
    public double at(double percent) {
        if (count == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(values, 0, count);
            sorted = true;
        }
        int rank = (int) Math.ceil(percent / 100 * count) - 1;
        return values[Math.max(0, Math.min(count - 1, rank))];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "mean %.2f, p95 %.2f, p99 %.2f, p99.9 %.2f, most %.2f of %d",
                mean(),
                at(95),
                at(99),
                at(99.9),
                most(),
                count);
    }
}

package dev.apsis.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

class HistogramTest {
    private final Histogram histogram = new Histogram();

    @Test
    void smallValuesAreExact() {
        for (int value = 0; value <= 15; value++) {
            histogram.record(value);
        }

        assertEquals(7, histogram.quantile(0.5));
        assertEquals(15, histogram.quantile(1));
        assertEquals(16, histogram.count());
        assertEquals(120, histogram.sum());
    }

    @Test
    void aQuantileIsAtMostAThirtySecondTooLarge() {
        assertClose(histogram, 32);
    }

    @Test
    void oneOfAFineHistogramIsFiner() {
        assertClose(Histogram.fine(), 256);
    }

    private static void assertClose(Histogram counted, int part) {
        var random = new SplittableRandom(1);
        long[] values = new long[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (long) Math.exp(random.nextDouble() * 40);
            counted.record(values[i]);
        }
        Arrays.sort(values);

        for (double quantile : new double[] {0.001, 0.01, 0.5, 0.9, 0.99, 0.999, 1}) {
            long exact = values[(int) Math.ceil(quantile * values.length) - 1];
            long read = counted.quantile(quantile);
            assertTrue(read >= exact, quantile + ": " + read + " < " + exact);
            assertTrue(read <= exact + exact / part + 1, quantile + ": " + read + " >> " + exact);
        }
        assertEquals(values[values.length - 1], counted.max());
    }

    @Test
    void anyLongHasItsPlace() {
        histogram.record(Long.MAX_VALUE);
        histogram.record(-5);

        assertEquals(Long.MAX_VALUE, histogram.quantile(1));
        assertEquals(0, histogram.quantile(0.5));
    }

    @Test
    void twoAddUpToWhatOneWouldHaveSeen() {
        var other = new Histogram();
        histogram.record(10);
        other.record(1000);
        histogram.add(other);

        assertEquals(2, histogram.count());
        assertEquals(1000, histogram.max());
        histogram.clear();
        assertEquals(0, histogram.quantile(0.99));
    }
}

package dev.apsis.engine;

import dev.apsis.measure.Histogram;

/**
 * Some durations of the last one to two minutes: two histograms, of which the older is forgotten as
 * a minute begins. Owned by the room's context; counting allocates nothing.
 */
final class Recent {
    private static final int NANOS_PER_MICRO = 1000;

    private Histogram current = new Histogram();
    private Histogram before = new Histogram();

    void record(long nanos) {
        current.record(nanos);
    }

    /** Another minute begins. */
    void turn() {
        Histogram oldest = before;
        before = current;
        current = oldest;
        current.clear();
    }

    Spread spread() {
        var all = new Histogram();
        all.add(before);
        all.add(current);
        return new Spread(
                all.count(),
                micros(all.quantile(0.5)),
                micros(all.quantile(0.99)),
                micros(all.max()));
    }

    private static int micros(long nanos) {
        return (int) Math.min(Integer.MAX_VALUE, nanos / NANOS_PER_MICRO);
    }
}

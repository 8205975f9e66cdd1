package dev.apsis.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class BucketsTest {
    private static final long MILLI = 1_000_000;

    private final Buckets buckets = new Buckets();

    private static long at(Buckets.Counted counted, long edgeNanos) {
        for (int i = 0; i < Buckets.edges(); i++) {
            if (Buckets.edgeNanos(i) == edgeNanos) {
                return counted.counts().get(i);
            }
        }
        throw new AssertionError("no bucket ends at " + edgeNanos);
    }

    @Test
    void aDurationIsCountedInTheFirstBucketThatHoldsIt() {
        List.of(0L, 4 * MILLI, 4 * MILLI + 1, 8 * MILLI, -5L).forEach(buckets::record);
        assertEquals(2, at(buckets.counted(), MILLI / 10), "nothing, and less than nothing");
        assertEquals(1, at(buckets.counted(), 4 * MILLI), "an edge belongs to its bucket");
        assertEquals(2, at(buckets.counted(), 8 * MILLI));
        assertEquals(5, buckets.counted().total());
        assertEquals(16 * MILLI + 1, buckets.counted().sumNanos());
    }

    @Test
    void whatIsBeyondAllEdgesIsCountedToo() {
        buckets.record(100_000 * MILLI);
        assertEquals(1, buckets.counted().counts().getLast());
    }

    @Test
    void whatWasTakenAwayAndWhatCameSinceAddUp() {
        buckets.record(MILLI);
        Buckets.Counted first = buckets.drain();
        assertEquals(Buckets.Counted.NONE, buckets.counted());
        buckets.record(2 * MILLI);
        Buckets.Counted both = first.and(buckets.drain());
        assertEquals(2, both.total());
        assertEquals(3 * MILLI, both.sumNanos());
    }
}

package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Round trips by acknowledgements, in made-up nanoseconds. */
class TripTest {
    private static final long FRAME_NANOS = 33_000_000;

    private final Trip trip = new Trip();
    private int tick;

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        trip.shown(2, FRAME_NANOS);
        assertEquals(0, trip.millis());
    }

    @Test
    void whoAnswersLateNowAndThenIsAsFarAsItsSwiftestAnswer() {
        answers(80, 8);
        answers(50, 1);
        answers(90, 7);
        assertEquals(50, trip.millis());
    }

    @Test
    void whoMovesAwayIsFurtherAfterAFewSeconds() {
        answers(20, 30);
        answers(150, 31);
        assertEquals(150, trip.millis());
    }

    @Test
    void aLaterSnapshotSeenTellsThatTheTimedOneWas() {
        trip.shown(2, 0);
        trip.shown(4, FRAME_NANOS);
        trip.seen(4, 2 * FRAME_NANOS);
        assertEquals(66, trip.millis());
    }

    @Test
    void whatWasSeenBeforeTheTimedOneLeftTellsNothing() {
        trip.shown(4, 0);
        trip.seen(2, FRAME_NANOS);
        assertEquals(0, trip.millis());
    }

    @Test
    void nobodyIsNoDistanceAway() {
        answers(0, 5);
        assertEquals(1, trip.millis());
    }

    private void answers(int millis, int times) {
        for (int i = 0; i < times; i++) {
            tick += 2;
            trip.shown(tick, tick * FRAME_NANOS);
            trip.seen(tick, tick * FRAME_NANOS + millis * 1_000_000L);
        }
    }
}

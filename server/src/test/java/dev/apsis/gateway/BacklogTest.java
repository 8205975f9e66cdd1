package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers of a line that is ten ticks long, and later ones, each with its fifth word. */
class BacklogTest {
    private static final int SWIFT = 10;
    private static final int LATE = SWIFT + Backlog.SLACK_TICKS + 2;
    private static final int EVERY = 5;
    private static final int LONG_AFTER = 100_000;
    private static final int TO_DRAIN = 1 + Backlog.LATE_TICKS / EVERY;

    private final Backlog backlog = new Backlog();
    private int tick = LONG_AFTER;

    @BeforeEach
    void isKnown() {
        answers(SWIFT, 1);
    }

    private boolean answer(int took) {
        for (int i = 1; i < EVERY; i++) {
            backlog.spoke(++tick);
        }
        boolean ours = backlog.answered(++tick, tick - took);
        backlog.spoke(tick);
        return ours;
    }

    private void answers(int took, int times) {
        for (int i = 0; i < times; i++) {
            assertFalse(answer(took));
        }
    }

    private boolean drains() {
        return backlog.drains(tick, tick - 1, tick);
    }

    private void seesAll() {
        assertFalse(backlog.drains(tick, tick, tick));
    }

    @Test
    void aFewLateAnswersAreAnAccident() {
        for (int i = 0; i < 50; i++) {
            answers(LATE, TO_DRAIN - 1);
            assertFalse(drains());
            answers(LATE - 1, 1);
        }
    }

    @Test
    void manyStopWhatIsShownUntilAllIsSeen() {
        answers(LATE, TO_DRAIN);
        assertTrue(drains());
        answers(LATE, 1);
        assertTrue(drains());
        seesAll();
        assertFalse(drains(), "the next one is on its way");
    }

    @Test
    void answersThatComeTogetherAreOne() {
        for (int burst = 0; burst < 3; burst++) {
            tick += Backlog.LATE_TICKS;
            for (int i = 0; i < 20; i++) {
                assertFalse(backlog.answered(tick, tick - LATE - 20 + i));
            }
        }
        assertFalse(drains());
    }

    @Test
    void whoPausesIsLaterByThat() {
        answers(LATE, TO_DRAIN - 1);
        tick += EVERY;
        backlog.spoke(tick);
        answers(LATE + EVERY - 2, Backlog.PAUSES_TICKS / EVERY);
        assertFalse(drains());
        answers(LATE + EVERY - 2, Backlog.PAUSES_TICKS / EVERY + TO_DRAIN);
        assertTrue(drains(), "its pause is long ago");
    }

    @Test
    void aSwiftAnswerAfterThatBlamesWhatItWasGiven() {
        answers(LATE, TO_DRAIN);
        seesAll();
        assertTrue(answer(SWIFT + 1));
        answers(LATE, TO_DRAIN - 1);
        assertFalse(drains(), "it is counted anew");
        answers(LATE, 1);
        assertTrue(drains());
    }

    @Test
    void theFirstAnswersMayHaveHadToWait() {
        answers(LATE, TO_DRAIN);
        seesAll();
        answers(LATE, Backlog.PROBES - 1);
        assertTrue(answer(SWIFT));
    }

    @Test
    void lateOnesOnlyMeanALongerWay() {
        answers(LATE, TO_DRAIN);
        seesAll();
        answers(LATE, 100);
        assertFalse(drains());
        answers(SWIFT, 1);
        answers(LATE, TO_DRAIN);
        assertTrue(drains(), "the way is short again");
    }

    @Test
    void aWayThatSeemsFarIsTriedAtOnce() {
        var far = new Backlog();
        int end = tick + Backlog.LATE_TICKS;
        for (int at = tick; at <= end; at++) {
            assertFalse(far.drains(at, at, at));
            assertFalse(far.answered(at, at - Backlog.FAR_TICKS - Backlog.SLACK_TICKS - 2));
            far.spoke(at);
        }
        assertTrue(far.drains(end, 0, 1));
    }

    @Test
    void nobodyWaitsForAnAnswerThatNeverComes() {
        answers(LATE, TO_DRAIN);
        int since = tick;
        tick = since + Backlog.LONGEST_DRAIN_TICKS - 1;
        assertTrue(drains());
        tick++;
        assertFalse(drains());
    }

    @Test
    void whoIsToldEverythingAnewIsNotWaitedFor() {
        answers(LATE, TO_DRAIN);
        assertTrue(drains());
        backlog.forget();
        assertFalse(drains());
    }
}

package dev.apsis.gateway;

/**
 * Whether snapshots wait somewhere on a viewer's way, in a queue that is not ours: its answers come
 * late, one after another. Then it is shown nothing until it has seen all there was. The answers to
 * what it is shown next, which nothing stood in front of, tell why: if one is swift the line
 * carries less than it was given, else the way has become longer. Owned by its viewer.
 *
 * <p>An outage looks otherwise: there is no answer, and then one for all. So does what is lost: it
 * delays many answers, but they come together. And a page that is slow to draw answers late because
 * it says everything late: it pauses, and an answer is late by what it is later than such a pause.
 */
final class Backlog {
    /**
     * Later than the swiftest answer by more ticks than this is late, if it speaks all the time.
     */
    static final int SLACK_TICKS = 6;

    /** Its pauses are looked back upon for so long, and for up to twice that. */
    static final int PAUSES_TICKS = 60;

    /** A way that seems longer than this is tried, for it may be a queue from its beginning. */
    static final int FAR_TICKS = 18;

    /** Nothing but late answers for so long is no accident, if they came at so many moments. */
    static final int LATE_TICKS = 30;

    static final int LATE_MOMENTS = 6;

    /** The first ones may have had to wait for what must not be lost. */
    static final int PROBES = 3;

    /** Who has not seen it all by then never answers to some of it. */
    static final int LONGEST_DRAIN_TICKS = 300;

    /** After all ticks, so that no time has passed since. */
    private static final int NEVER = Integer.MAX_VALUE;

    private enum State {
        FLOWING,
        DRAINING,
        /** It has seen all; the next answers tell why they were late. */
        PROBING
    }

    private State state = State.FLOWING;
    private int swiftestTicks = FAR_TICKS;
    private int spokeTick = NEVER;
    private int pauseTicks;
    private int pauseBeforeTicks;
    private int pausesSinceTick;
    private int lateMoments;
    private int lateSinceTick;
    private int lateTick;
    private int drainsSinceTick;
    private int probes;
    private int probedTicks;

    /** It said something at a tick, whether that answers anything or not. */
    void spoke(int tick) {
        pauseTicks = Math.max(pauseTicks, tick - spokeTick);
        spokeTick = tick;
        if (tick - pausesSinceTick >= PAUSES_TICKS) {
            pausesSinceTick = tick;
            pauseBeforeTicks = pauseTicks;
            pauseTicks = 0;
        }
    }

    /**
     * At a tick it answered to what it was shown at another; whether that shows that the line
     * carries less than it was given.
     */
    boolean answered(int tick, int shownTick) {
        int took = tick - shownTick;
        int pause = Math.max(pauseTicks, pauseBeforeTicks);
        boolean late = took > swiftestTicks + SLACK_TICKS + pause;
        if (state == State.PROBING) {
            return probed(took, late);
        }
        swiftestTicks = Math.min(took, swiftestTicks);
        if (!late) {
            lateMoments = 0;
        } else if (lateMoments == 0 || tick > lateTick) {
            lateSinceTick = lateMoments++ == 0 ? tick : lateSinceTick;
            lateTick = tick;
        }
        if (lateMoments >= LATE_MOMENTS && tick - lateSinceTick >= LATE_TICKS) {
            state = State.DRAINING;
            drainsSinceTick = tick;
        }
        return false;
    }

    private boolean probed(int took, boolean late) {
        probedTicks = Math.min(took, probedTicks);
        if (late && ++probes < PROBES) {
            return false;
        }
        swiftestTicks = late ? probedTicks : Math.min(took, swiftestTicks);
        state = State.FLOWING;
        lateMoments = 0;
        return !late;
    }

    /** Whether it is shown nothing at a tick, given what it has seen of what it was shown. */
    boolean drains(int tick, int seenTick, int shownTick) {
        boolean done = seenTick >= shownTick || tick - drainsSinceTick >= LONGEST_DRAIN_TICKS;
        if (state == State.DRAINING && done) {
            state = State.PROBING;
            probes = 0;
            probedTicks = Integer.MAX_VALUE;
        }
        return state == State.DRAINING;
    }

    /** It is shown all anew: what was shown before is not answered any more. */
    void forget() {
        state = State.FLOWING;
        lateMoments = 0;
        spokeTick = NEVER;
        pauseTicks = 0;
        pauseBeforeTicks = 0;
    }
}

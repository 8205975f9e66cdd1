package dev.apsis.protocol.bot;

/**
 * How many ticks ahead of a frame its commands are stamped, so that they reach the room before
 * their ticks. Owned by its cockpit.
 *
 * <p>The room itself says in each frame how early the latest commands came ("slack"). If that is
 * less than a tick, the lead grows at once; if it has been a tick and a half too much for two
 * seconds, it shrinks by one. Between a change and the first frame that can tell its effect nothing
 * is believed. It never grows beyond a round trip and a tenth of a second: whoever chases the
 * stalls of a bad line flies far in the future for the rest of the match.
 */
public final class Lead {
    private static final int FIRST_TICKS = 4;
    private static final int MARGIN_TICKS = 7;
    private static final int MOST_TICKS = 60;
    private static final int WANTED_HALF_TICKS = 2;
    private static final int AMPLE_HALF_TICKS = 5;
    private static final int WINDOW_FRAMES = 30;

    private final boolean fixed;
    private int ticks;
    private int most = FIRST_TICKS + MARGIN_TICKS;
    private boolean heard;
    private int trustedTick = Integer.MAX_VALUE;
    private int framesInWindow;
    private int least = Integer.MAX_VALUE;
    private int leastBefore = Integer.MAX_VALUE;

    private Lead(boolean fixed, int ticks) {
        this.fixed = fixed;
        this.ticks = ticks;
    }

    /** Follows the slack that the server reports. */
    public static Lead adaptive() {
        return new Lead(false, FIRST_TICKS);
    }

    /**
     * Always the same: 1 where the server waits for the commands, as a match in lockstep does.
     *
     * @throws IllegalArgumentException if it is not 1 to 15
     */
    public static Lead fixed(int ticks) {
        if (ticks < 1 || ticks > 15) {
            throw new IllegalArgumentException("a lead of 1 to 15 ticks, not " + ticks);
        }
        return new Lead(true, ticks);
    }

    /** From a frame's tick to the first tick that is commanded in answer to it. */
    public int ticks() {
        return ticks;
    }

    /** Another connection: learns anew, beginning with what it knew. */
    void forget() {
        heard = false;
        trustedTick = Integer.MAX_VALUE;
        clear();
    }

    /** Commands from this tick on go out; the first ones make slack worth hearing. */
    void commanded(int firstTick) {
        trustedTick = Math.min(trustedTick, firstTick);
    }

    /** A round trip was measured; until slack is heard it says how long the way is. */
    void roundTrip(long nanos, int ticksPerSecond) {
        int away = (int) Math.ceilDiv(nanos * ticksPerSecond, 1_000_000_000L);
        most = Math.min(MOST_TICKS, away + MARGIN_TICKS);
        if (!heard && !fixed) {
            ticks = Math.max(ticks, Math.min(most, away + 2));
        }
    }

    /** What a frame says of the commands that came since the one before. */
    void slack(int frameTick, int halfTicks) {
        if (fixed || frameTick < trustedTick) {
            return;
        }
        heard = true;
        least = Math.min(least, halfTicks);
        if (halfTicks < WANTED_HALF_TICKS && ticks < most) {
            change(frameTick, Math.ceilDiv(WANTED_HALF_TICKS - halfTicks, 2));
        } else if (++framesInWindow == WINDOW_FRAMES) {
            int surplus = Math.min(least, leastBefore);
            if (surplus >= AMPLE_HALF_TICKS && leastBefore != Integer.MAX_VALUE && ticks > 1) {
                change(frameTick, -1);
            } else {
                leastBefore = least;
                least = Integer.MAX_VALUE;
                framesInWindow = 0;
            }
        }
    }

    private void change(int frameTick, int byTicks) {
        ticks = Math.max(1, Math.min(most, ticks + byTicks));
        trustedTick = frameTick + ticks;
        clear();
    }

    private void clear() {
        framesInWindow = 0;
        least = Integer.MAX_VALUE;
        leastBefore = Integer.MAX_VALUE;
    }
}

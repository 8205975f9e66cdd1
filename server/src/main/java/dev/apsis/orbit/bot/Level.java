package dev.apsis.orbit.bot;

import java.util.List;

/**
 * How good a house bot is.
 *
 * @param thinkFrames frames from one thought to the next
 * @param aimError how far off its aim may be, in radians either way
 * @param leads whether it shoots at where the target will be
 * @param foresees whether it knows gravity and the target's engine when it does
 * @param alignment how far off its nose may be when it shoots, in radians
 * @param range from how far it shoots, in units
 * @param burstTicks how long it holds the trigger
 * @param pauseTicks how long it then lets go
 * @param dodge how often it sees a torpedo coming, 0 to 1
 * @param jink how often it changes its engine in a fight to be hard to hit, 0 to 1
 * @param care how far it stays from what it could fall onto, in units
 * @param reserve energy it keeps for what may come
 * @param fleeHull hull at which it gets away once its energy is low
 */
record Level(
        int thinkFrames,
        double aimError,
        boolean leads,
        boolean foresees,
        double alignment,
        double range,
        int burstTicks,
        int pauseTicks,
        double dodge,
        double jink,
        double care,
        double reserve,
        int fleeHull) {
    static final int LOWEST = 1;
    static final int HIGHEST = 5;

    private static final List<Level> LEVELS =
            List.of(
                    new Level(9, 1.40, false, false, 0.40, 340, 8, 210, 0, 0, 10, 60, 0),
                    new Level(7, 1.00, false, false, 0.30, 400, 20, 170, 0, 0, 25, 40, 0),
                    new Level(5, 0.60, true, false, 0.25, 460, 35, 130, 0.3, 0, 45, 25, 0),
                    new Level(3, 0.25, true, true, 0.25, 520, 50, 100, 0.6, 0.1, 80, 18, 25),
                    new Level(2, 0.06, true, true, 0.35, 580, 70, 60, 1, 0.2, 90, 10, 25));

    static Level of(int number) {
        return LEVELS.get(Math.clamp(number, LOWEST, HIGHEST) - 1);
    }
}

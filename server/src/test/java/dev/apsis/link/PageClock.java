package dev.apsis.link;

/**
 * What tick is it for this pilot? The browser client's clock.ts, line by line, with its constants
 * read from there. Owned by its pilot.
 */
final class PageClock {
    private static final PageConstants PAGE = PageConstants.of("world/clock.ts");
    private static final double START_MARGIN_TICKS = PAGE.number("START_MARGIN_TICKS");
    private static final double LEAST_MARGIN_TICKS = PAGE.number("LEAST_MARGIN_TICKS");
    private static final double MOST_MARGIN_TICKS = PAGE.number("MOST_MARGIN_TICKS");
    private static final double WANTED_SLACK_TICKS = PAGE.number("WANTED_SLACK_TICKS");
    private static final double IGNORED_ERROR_TICKS = PAGE.number("IGNORED_ERROR_TICKS");
    private static final double RATE_PER_TICK = PAGE.number("RATE_PER_TICK");
    private static final double MOST_DILATION = PAGE.number("MOST_DILATION");
    private static final double JUMP_MILLIS = PAGE.number("JUMP_MILLIS");
    private static final int SAME_SIGN_SAMPLES = PAGE.whole("SAME_SIGN_SAMPLES");
    private static final int REMEMBERED_TICKS = PAGE.whole("REMEMBERED_TICKS");

    private final double millisPerTick;
    private final WindowMin offsets = new WindowMin(5000, 10);
    private final WindowMin roundTrips = new WindowMin(5000, 10);
    private final WindowMin slacks = new WindowMin(2000, 8);
    private final double[] shifts = new double[REMEMBERED_TICKS];
    private double shift;
    private double offsetMillis = Double.NaN;
    private double roundTripMillis = 60;
    private double position = Double.NaN;
    private double lastMillis;
    private double errorSign;
    private int errorRun;
    private double errorTicks;
    private int jumps;

    PageClock(int ticksPerSecond) {
        this.millisPerTick = 1000.0 / ticksPerSecond;
    }

    void frame(int tick, double nowMillis) {
        offsets.add(nowMillis - tick * millisPerTick, nowMillis);
    }

    void roundTrip(double millis, double nowMillis) {
        roundTrips.add(millis, nowMillis);
    }

    void slack(int tick, int halfTicks, double nowMillis) {
        slacks.add(halfTicks / 2.0 - shifts[tick & (REMEMBERED_TICKS - 1)], nowMillis);
        judge(WANTED_SLACK_TICKS - (slacks.at(nowMillis) + shift));
    }

    /** The pilot's present as a tick with fraction; NaN before the first frame. */
    double now(double nowMillis) {
        offsetMillis = known(offsets.at(nowMillis), offsetMillis);
        roundTripMillis = known(roundTrips.at(nowMillis), roundTripMillis);
        double arrival = (nowMillis - offsetMillis + roundTripMillis) / millisPerTick;
        double target = arrival + START_MARGIN_TICKS;
        if (Double.isNaN(target)) {
            return Double.NaN;
        }
        double elapsedTicks = (nowMillis - lastMillis) / millisPerTick;
        lastMillis = nowMillis;
        double free = position + elapsedTicks;
        if (!plausible(free, target, nowMillis)) {
            return jump(target, free);
        }
        double rate = rate(free - arrival, target - free, nowMillis);
        moveTo(free + elapsedTicks * rate);
        shift += elapsedTicks * rate;
        return position;
    }

    /** How often it had to be set instead of dilated. */
    int jumps() {
        return jumps;
    }

    private boolean plausible(double free, double target, double nowMillis) {
        double limit = JUMP_MILLIS / millisPerTick;
        boolean heard = Double.isFinite(slacks.at(nowMillis)) && errorTicks <= limit;
        double least = heard ? (nowMillis - offsetMillis) / millisPerTick : target;
        return free <= target + limit && free >= least - limit;
    }

    private double jump(double target, double free) {
        if (!Double.isNaN(free)) {
            jumps++;
            shift += target - free;
        }
        slacks.clear();
        errorRun = 0;
        moveTo(target);
        return target;
    }

    private void moveTo(double to) {
        double first = Math.max(Math.floor(position), Math.floor(to) - REMEMBERED_TICKS);
        for (double tick = first; tick <= to; tick++) {
            shifts[(int) tick & (REMEMBERED_TICKS - 1)] = shift;
        }
        position = to;
    }

    private void judge(double error) {
        double sign = Math.abs(error) > IGNORED_ERROR_TICKS ? Math.signum(error) : 0;
        errorRun = sign != 0 && sign == errorSign ? errorRun + 1 : 1;
        errorSign = sign;
        errorTicks = error;
    }

    private double rate(double margin, double openError, double nowMillis) {
        boolean steered = Double.isFinite(slacks.at(nowMillis));
        boolean quiet = steered && (errorSign == 0 || errorRun < SAME_SIGN_SAMPLES);
        double error = steered ? errorTicks : openError;
        double rate = quiet ? 0 : clamp(RATE_PER_TICK * error, MOST_DILATION);
        if (margin > MOST_MARGIN_TICKS) {
            rate = Math.min(rate, -RATE_PER_TICK);
        }
        boolean early = steered && errorTicks < -IGNORED_ERROR_TICKS;
        if (margin < LEAST_MARGIN_TICKS && !early) {
            rate = Math.max(rate, RATE_PER_TICK);
        }
        return rate;
    }

    private static double known(double value, double before) {
        return Double.isFinite(value) ? value : before;
    }

    private static double clamp(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }
}

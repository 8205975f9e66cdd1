package dev.apsis.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Decides how much relief a room needs, from how many of its ticks were late and whether those who
 * show its frames keep up. Owned by the room's context, which judges once a second.
 *
 * <p>Two hard seconds in a row go a step up, ten easy ones a step down; what lies between changes
 * nothing, so that nothing flickers. A room of few is never why its machine is late: it would spare
 * its viewers, and turn people away, for nothing.
 */
final class Strain {
    /** A tick that begins later than this is late. */
    static final long LATE_NANOS = 10_000_000;

    /** With fewer viewers a room seeks no relief. */
    static final int CROWD = 32;

    /** Whoever shows a room's frames and is so many of them behind does not keep up. */
    private static final int FRAMES_BEHIND = 2;

    private static final List<Relief> STEPS = List.of(Relief.values());
    private static final int HARD_PERCENT = 20;
    private static final int EASY_PERCENT = 2;
    private static final int HARD_SECONDS = 2;
    private static final int EASY_SECONDS = 10;

    private final Map<Relief, Integer> taken = new EnumMap<>(Relief.class);
    private int step;
    private int ticks;
    private int lateTicks;
    private boolean behind;
    private int lateSeconds;
    private int hardSeconds;
    private int easySeconds;

    void note(long lateNanos) {
        ticks++;
        lateTicks += lateNanos > LATE_NANOS ? 1 : 0;
    }

    /** One who shows the frames has come to one so many ticks ago. */
    void noteShown(int ticksAgo, int ticksPerFrame) {
        behind |= ticksAgo > FRAMES_BEHIND * ticksPerFrame;
    }

    /** Judges what was noted since the last call, with so many viewers; the relief from here on. */
    Relief judge(int viewers) {
        boolean late = behind || (lateTicks * 100 >= ticks * HARD_PERCENT && ticks > 0);
        lateSeconds = late ? lateSeconds + 1 : 0;
        boolean hard = late && viewers >= CROWD;
        boolean easy = !behind && lateTicks * 100 <= ticks * EASY_PERCENT;
        ticks = 0;
        lateTicks = 0;
        behind = false;
        hardSeconds = hard ? hardSeconds + 1 : 0;
        easySeconds = easy ? easySeconds + 1 : 0;
        if (hardSeconds >= HARD_SECONDS && step < STEPS.size() - 1) {
            enter(step + 1);
            taken.merge(relief(), 1, Integer::sum);
        } else if (easySeconds >= EASY_SECONDS && step > 0) {
            enter(step - 1);
        }
        return relief();
    }

    Relief relief() {
        return STEPS.get(step);
    }

    /** For how many seconds in a row, however many watch, ticks or their frames have been late. */
    int lateSeconds() {
        return lateSeconds;
    }

    Gauges.Relieved gauge() {
        return new Gauges.Relieved(relief(), taken);
    }

    private void enter(int newStep) {
        step = newStep;
        hardSeconds = 0;
        easySeconds = 0;
    }
}

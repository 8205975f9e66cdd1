package dev.apsis.gateway;

import dev.apsis.protocol.delta.Steps;

/**
 * How often one viewer is shown the world: with every frame, or with every second, fourth or eighth
 * if it can't keep up. Owned by its viewer.
 *
 * <p>Slow viewers fall on the same frame numbers, so that they share their records too.
 */
final class Pace {
    private static final int STRAIN_OF_MISS = 8;
    private static final int STRAIN_TO_SLOW = 24;
    private static final int CALM_TO_QUICKEN = 150;
    private static final int CALM_AFTER_QUEUE = 4 * CALM_TO_QUICKEN;

    private int period = 1;
    private int strain;
    private int calm;
    private int calmToQuicken = CALM_TO_QUICKEN;

    /** Whether a frame is this viewer's turn. */
    boolean due(int frameNumber) {
        return frameNumber % period == 0;
    }

    /** A frame was shown when it was due. */
    void shown() {
        strain = Math.max(0, strain - 1);
        if (++calm >= calmToQuicken) {
            calmToQuicken = CALM_TO_QUICKEN;
            period = Math.max(1, period / 2);
            calm = 0;
        }
    }

    /** A frame was due while the one before was still being written. */
    void missed() {
        calm = 0;
        strain += STRAIN_OF_MISS;
        if (strain >= STRAIN_TO_SLOW) {
            slow();
        }
    }

    /**
     * What it was shown had to wait on its way. With more it is tried after four times the time,
     * until one such try has done well.
     */
    void queued() {
        calm = 0;
        calmToQuicken = CALM_AFTER_QUEUE;
        slow();
    }

    private void slow() {
        if (period < Steps.LONGEST) {
            period *= 2;
            strain = 0;
        }
    }

    /** Every how many frames it is shown one: 1, 2, 4 or 8. */
    int period() {
        return period;
    }
}

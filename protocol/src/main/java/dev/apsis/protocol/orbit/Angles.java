package dev.apsis.protocol.orbit;

/**
 * Sine and cosine that are the same to the last bit on every machine: a table made with + * / and
 * sqrt alone. Angles are 1/65536 of a circle, counter-clockwise from east.
 */
public final class Angles {
    public static final int CIRCLE = 1 << 16;

    private static final int STEPS = 4096;
    private static final double STEP_COS = 0.9999988234517019;
    private static final double STEP_SIN = 0.0015339801862847655;
    private static final double[] COS = new double[STEPS + 1];

    static {
        double c = 1;
        double s = 0;
        for (int i = 0; i <= STEPS; i++) {
            COS[i] = c;
            double turnedC = c * STEP_COS - s * STEP_SIN;
            double turnedS = s * STEP_COS + c * STEP_SIN;
            double length = Math.sqrt(turnedC * turnedC + turnedS * turnedS);
            c = turnedC / length;
            s = turnedS / length;
        }
    }

    private Angles() {}

    /** Cosine of a heading, by the nearest step of the table below it. */
    public static double cos(int angle) {
        return COS[(angle & 0xffff) >>> 4];
    }

    public static double sin(int angle) {
        return cos(angle - CIRCLE / 4);
    }

    /** Cosine of a fine angle, 2^-32 of a circle, between the table's steps on a straight line. */
    public static double cosFine(int fine) {
        int step = fine >>> 20;
        double part = (fine & 0xfffff) / 1048576.0;
        return COS[step] + (COS[step + 1] - COS[step]) * part;
    }

    public static double sinFine(int fine) {
        return cosFine(fine - (1 << 30));
    }

    /** The way from one heading to another, -32768 to 32767. */
    public static int between(int from, int to) {
        return (to - from) << 16 >> 16;
    }

    /** The heading of a vector, within one step of the table; 0 for none. */
    public static int of(double x, double y) {
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        double length = Math.sqrt(ax * ax + ay * ay);
        if (length == 0) {
            return 0;
        }
        int low = 0;
        int high = STEPS / 4;
        double cos = ax / length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (COS[middle] > cos) {
                low = middle;
            } else {
                high = middle;
            }
        }
        int first = (COS[low] - cos < cos - COS[high] ? low : high) << 4;
        int upper = x >= 0 ? first : CIRCLE / 2 - first;
        return (y >= 0 ? upper : CIRCLE - upper) & 0xffff;
    }
}

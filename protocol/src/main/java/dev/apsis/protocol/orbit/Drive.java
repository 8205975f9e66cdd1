package dev.apsis.protocol.orbit;

/** What a ship's engine does in one tick, as it travels in two bits. */
public final class Drive {
    public static final int COAST = 0;
    public static final int THRUST = 1;
    public static final int BOOST = 2;
    public static final int BRAKE = 3;

    private static final double[] FACTOR = {0, 1, Rules.BOOST_FACTOR, -Rules.BRAKE_FACTOR};

    private Drive() {}

    /** How much of the plain thrust it gives, along the heading. */
    public static double factor(int drive) {
        return FACTOR[drive & 3];
    }
}

package dev.apsis.protocol.bot;

import dev.apsis.protocol.orbit.Angles;

/** Angles as pilots know them: radians, counter-clockwise from east. */
public final class Radians {
    /** A whole turn. */
    public static final double CIRCLE = 2 * Math.PI;

    private Radians() {}

    /** The short way from one heading to another: negative to the right, -pi to pi. */
    public static double turn(double from, double to) {
        double turn = (to - from) % CIRCLE;
        if (turn > Math.PI) {
            return turn - CIRCLE;
        }
        return turn < -Math.PI ? turn + CIRCLE : turn;
    }

    /** The same direction within 0 and a whole turn. */
    public static double wrap(double angle) {
        double rest = angle % CIRCLE;
        return rest < 0 ? rest + CIRCLE : rest;
    }

    static double ofWire(int heading) {
        return (heading & 0xffff) * (CIRCLE / Angles.CIRCLE);
    }

    static int toWire(double angle) {
        return (int) Math.round(wrap(angle) * (Angles.CIRCLE / CIRCLE)) & 0xffff;
    }
}

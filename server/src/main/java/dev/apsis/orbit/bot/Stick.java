package dev.apsis.orbit.bot;

import dev.apsis.protocol.orbit.Angles;
import dev.apsis.protocol.orbit.Command;

/** A bot's hands: what it wants, as it will be said in a command. Owned by its bot. */
final class Stick {
    private static final double RADIAN = Angles.CIRCLE / 6.283185307179586;
    private static final double ALONG = 0.9 * RADIAN;
    private static final double AGAINST = 2.3 * RADIAN;

    boolean thrust;
    boolean brake;
    boolean boost;
    boolean fire;
    boolean jump;
    int aim;

    void release(int heading) {
        thrust = false;
        brake = false;
        boost = false;
        fire = false;
        jump = false;
        aim = heading;
    }

    /** Turns to a change of speed that is wanted, and thrusts once the nose is near enough. */
    void change(double x, double y, int heading, boolean hurry) {
        aim = Angles.of(x, y);
        int off = Math.abs(Angles.between(heading, aim));
        thrust = off < ALONG;
        boost = thrust && hurry;
        brake = off > AGAINST;
    }

    int command() {
        return Command.of(Command.TOWARDS, aim, thrust, brake, boost, fire, jump).packed();
    }

    static int angle(double radians) {
        return (int) Math.floor(radians * RADIAN + 0.5);
    }

    static double radians(int angle) {
        return angle / RADIAN;
    }
}

package dev.apsis.protocol.orbit;

/**
 * The numbers of movement and of a ship's reactor, per second and in units: each stands here once.
 */
public final class Rules {
    /**
     * Changes only when the same seed and commands may lead to another match: told in the welcome,
     * so that recordings and tuned bots can tell. A test holds it against a seeded match.
     */
    public static final int BEHAVIOR_VERSION = 1;

    /** Wire steps in a unit. */
    public static final double GRID = 65536;

    public static final double THRUST = 340;
    public static final double BOOST_FACTOR = 1.8;
    public static final double BRAKE_FACTOR = 0.6;

    /** Speed lost per second, as a part of it: full thrust settles at 500 units/s. */
    public static final double DRAG = 0.68;

    public static final double TURN_RADIANS = 4.2;

    /** No ship or torpedo is ever faster. */
    public static final double MAX_SPEED = 2400;

    /** Inward push at the border's outside: per second squared, for each unit outside. */
    public static final double BORDER_PUSH = 1.6;

    public static final double ENERGY_GRID = 256;
    public static final double ENERGY_MAX = 100;
    public static final double ENERGY_REGEN = 8;
    public static final double ENERGY_NEAR_STAR = 24;

    /** Distance from a star's surface at which it still gives a quarter of the most. */
    public static final double STAR_WARMTH_UNITS = 220;

    public static final double ENERGY_FIRE = 6;
    public static final double ENERGY_BOOST = 30;
    public static final double ENERGY_JUMP = 50;

    public static final double RELOAD_SECONDS = 0.25;
    public static final double ARMING_SECONDS = 0.12;
    public static final double JUMP_SECONDS = 12;
    public static final double SHIELD_SECONDS = 2;

    public static final double TORPEDO_SPEED = 700;
    public static final double TORPEDO_SECONDS = 1.8;

    public static final double SHIP_RADIUS = 14;
    public static final double TORPEDO_RADIUS = 4;

    private Rules() {}
}

package dev.apsis.orbit;

/**
 * The numbers of fights, deaths and scores, per second and in units: each stands here once. Those
 * of movement, which the browser shares, are in {@link dev.apsis.protocol.orbit.Rules}.
 */
final class Balance {
    static final int HULL = 100;
    static final int TORPEDO_DAMAGE = 25;
    static final double OWNER_SAFE_SECONDS = 0.2;

    /** Torpedoes that can be under way for each seat: what rate and life allow. */
    static final int TORPEDOES_PER_SEAT = 8;

    /** Of two ships that meet: what is kept of their approach, and the least they part with. */
    static final double BOUNCE = 0.8;

    static final double PART_SPEED = 40;

    /** Impacts slower than this leave no mark; each unit/s above costs so much hull. */
    static final double GENTLE_SPEED = 120;

    static final double RAM_DAMAGE = 0.07;
    static final double PLANET_DAMAGE = 0.2;
    static final int PLANET_LEAST_DAMAGE = 10;

    /** Hull lost per second beyond so many radii. */
    static final double DRAIN = 12;

    static final double DRAIN_RADII = 1.1;

    static final double RESPAWN_SECONDS = 3;

    /** Long enough for one frame to show it. */
    static final double WRECK_SECONDS = 0.03;

    static final int LEAST_SHARDS = 3;
    static final int MOST_SHARDS = 6;
    static final int SHARDS_PER_SEAT = 8;
    static final double SHARD_SECONDS = 20;
    static final double SHARD_SPEED = 110;
    static final double SHARD_REACH = 34;
    static final double SHARD_ENERGY = 15;

    static final double CREDIT_SECONDS = 5;
    static final int ASSIST_DAMAGE = 25;
    static final int KILL_SCORE = 100;
    static final int ASSIST_SCORE = 40;
    static final int SHARD_SCORE = 10;
    static final int BOUNTY_SCORE = 50;
    static final int BOUNTY_STREAK = 3;
    static final int SUICIDE_SCORE = -25;

    static final double ROUND_SECONDS = 480;
    static final double PODIUM_SECONDS = 12;
    static final int ROUND_SCORE = 2500;
    static final int DUEL_KILLS = 5;

    static final double SPAWN_SPEED = 120;
    static final double JUMP_SPEED = 40;
    static final double NEAREST_SPAWN = 0.42;
    static final double FARTHEST_SPAWN = 0.85;
    static final double CLEAR_OF_BODIES_UNITS = 320;
    static final int SPAWN_TRIES = 12;

    private Balance() {}
}

package dev.apsis.app;

import java.time.InstantSource;

/**
 * How the lobby looks after its rooms: how often, how many times in a row it finds a room on demand
 * empty before it closes it, at which tick a room ends so that a fresh one takes its place, and by
 * which clock rooms with hours open and close.
 */
record Upkeep(long roundMillis, int emptyRounds, int lastTick, InstantSource clock) {
    private static final int TICKS_PER_DAY = 60 * 60 * 60 * 24;

    /** The wire's ticks end at 2^30, after 207 days; a room has a day to come to a round's end. */
    static final Upkeep STANDARD = new Upkeep(5_000, 12, (1 << 30) - TICKS_PER_DAY);

    /** By this machine's own clock. */
    Upkeep(long roundMillis, int emptyRounds, int lastTick) {
        this(roundMillis, emptyRounds, lastTick, InstantSource.system());
    }
}

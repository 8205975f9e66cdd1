package dev.apsis.engine;

/** What a room that has too much to do spares itself: each step all of those before it, too. */
public enum Relief {
    NONE,

    /** Pilots who see nobody else are shown every second frame. */
    LONELY,

    /** So are spectators. */
    SPECTATORS,

    /** Nobody is let in who has no seat already. */
    DOORS;

    /** Whether this step, or one before it, is taken. */
    public boolean includes(Relief step) {
        return compareTo(step) >= 0;
    }
}

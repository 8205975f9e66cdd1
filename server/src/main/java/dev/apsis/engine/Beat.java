package dev.apsis.engine;

/**
 * Says when ticks are due: by the clock ({@link Ticker}), or when the bots of the room are ready
 * ({@link Lockstep}). Owned by the room's context, which brings the time. Who has neither steps the
 * {@link Room} by hand.
 */
interface Beat {
    /** How many ticks to run now; the caller runs them. */
    int due(long nowNanos);

    /** How long until it is to be asked again; not positive if a tick is due. */
    long leftNanos(long nowNanos);

    /** Ticks that were never run because the room was too late for them. */
    long dropped();
}

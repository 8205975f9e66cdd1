package dev.apsis.link;

/** What a pilot's hands hold, tick by tick. */
public interface Hands {
    /** The packed command for a tick; each tick is asked for once, in rising order. */
    int hold(int tick);
}

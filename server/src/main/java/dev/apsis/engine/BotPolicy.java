package dev.apsis.engine;

import java.util.Locale;

/** Which seats of a room are for programs; bots of the house are the room's own affair. */
public enum BotPolicy {
    /** A bot is a pilot like any other. */
    OPEN,
    /** Seats are for people. */
    NONE,
    /** Bots may have what people leave free: where all seats are taken, they make way. */
    FILL,
    /** Seats are for bots; people may watch. */
    ONLY;

    /** How it is called on the command line and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

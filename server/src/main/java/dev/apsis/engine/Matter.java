package dev.apsis.engine;

import java.util.Locale;

/** What the people of a room may vote on. */
public enum Matter {
    /** The next turn of the rotation begins. */
    NEXT("the next turn begins"),
    /** The match begins anew. */
    RESTART("the match begins anew"),
    /** A pilot is sent away, and not let in again during this match. */
    KICK("a pilot is sent away");

    private final String effect;

    Matter(String effect) {
        this.effect = effect;
    }

    /** How it is called in chat and in the configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What happens if it is decided. */
    String effect() {
        return effect;
    }
}

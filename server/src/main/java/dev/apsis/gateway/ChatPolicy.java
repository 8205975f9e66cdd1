package dev.apsis.gateway;

import java.util.Locale;

/** Whom pilots of a room may speak to in words of their own; signs are always allowed. */
public enum ChatPolicy {
    ROOM,
    TEAM,
    OFF;

    /** How it is called on the command line and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

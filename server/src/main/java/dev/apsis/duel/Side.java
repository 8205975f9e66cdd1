package dev.apsis.duel;

import java.util.Locale;

/** One of the two who fight. */
public enum Side {
    RED,
    BLUE;

    public Side other() {
        return this == RED ? BLUE : RED;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

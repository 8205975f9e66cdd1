package dev.apsis.duel;

import java.util.Locale;

/** One of the two who fight. */
public enum Side {
    RED,
    BLUE;

    public Side other() {
        return this == RED ? BLUE : RED;
    }

    /** Its number in arrays and on pipes: 0 or 1. */
    public int number() {
        return this == RED ? 0 : 1;
    }

    static Side numbered(int number) {
        return number == 0 ? RED : BLUE;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.apsis.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do; each may all that those before it may. */
public enum Role {
    /** Look at rooms, players (but not where they are) and figures. */
    VIEW,
    /** See addresses, send players away, mute and ban them, speak to all, restart a room. */
    MODERATE,
    /** Change settings, and end the server. */
    ADMIN;

    /** The role of a word. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** How it is called in files and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}

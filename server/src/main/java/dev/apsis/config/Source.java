package dev.apsis.config;

import java.util.Locale;

/** Where a value comes from; what comes later in this order beats what comes before. */
public enum Source {
    DEFAULT,
    FILE,
    ENVIRONMENT,
    FLAG,
    /** Said to the running server, which forgets it when it ends. */
    ADMIN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

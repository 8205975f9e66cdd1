package dev.apsis.config;

import java.util.List;
import java.util.Locale;

/**
 * One thing a host may set. The path says where it stands in the file, and with it how it is called
 * in the environment; the flag is what it is called on the command line, empty for secrets, which
 * others on the machine could read there. The standard is given as texts, like any value.
 */
public record Key<T>(
        String path,
        Kind<T> kind,
        List<String> standard,
        String flag,
        Effect effect,
        String about) {
    private static final String PREFIX = "APSIS_";

    public Key {
        standard = List.copyOf(standard);
    }

    /** How it is called in the environment. */
    public String variable() {
        return variable(path);
    }

    /** How the setting of a path is called in the environment. */
    static String variable(String path) {
        return PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Whether it is a list. */
    public boolean many() {
        return kind instanceof Kind.Many<?>;
    }

    /** The same setting, in a section. */
    Key<T> under(String section) {
        return new Key<>(section + '.' + path, kind, standard, flag, effect, about);
    }

    /** The last part of its path. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** All but the last part of its path. */
    String section() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }
}

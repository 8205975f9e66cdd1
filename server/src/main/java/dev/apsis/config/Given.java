package dev.apsis.config;

import java.util.List;

/**
 * A value as somebody gave it: for which path, as texts, from where, and by what name and place it
 * is found there again.
 */
public record Given(String path, List<String> texts, Source source, String name, String place) {
    public Given {
        texts = List.copyOf(texts);
    }

    static Given standard(Key<?> key) {
        return new Given(key.path(), key.standard(), Source.DEFAULT, key.path(), "");
    }

    Problem problem(String objection) {
        return new Problem(place, name + ' ' + objection);
    }

    /** As it is shown on one line. */
    public String shown() {
        return String.join(", ", texts);
    }
}

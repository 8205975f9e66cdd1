package dev.apsis.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Who may not come in, why, by whose word, since when and until when; for good if {@code until} is
 * null.
 */
public record Ban(
        long id, Target target, String reason, String by, Instant since, @Nullable Instant until) {
    public static final int MAX_REASON_CHARS = 150;
    public static final int MAX_BY_CHARS = 64;

    /** Whom a ban is for. */
    public sealed interface Target {
        /** Whoever is signed in by this name. */
        record Account(String name) implements Target {}

        /** Whoever comes from there. */
        record Range(AddressRange range) implements Target {}
    }

    /** A ban to be; {@code until} null is for good. */
    public record Wish(Target target, String reason, String by, @Nullable Instant until) {
        public Wish {
            if (reason.length() > MAX_REASON_CHARS) {
                throw new IllegalArgumentException(
                        "a reason has at most %d characters".formatted(MAX_REASON_CHARS));
            }
            if (by.length() > MAX_BY_CHARS) {
                throw new IllegalArgumentException(
                        "a name has at most %d characters".formatted(MAX_BY_CHARS));
            }
        }
    }

    /** Whether it is still meant. */
    public boolean holds(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** What whoever is banned is told. */
    public String text() {
        String why = reason.isEmpty() ? "" : ": " + reason;
        String end = until == null ? "" : " until " + until;
        return "you are banned here" + end + why;
    }
}

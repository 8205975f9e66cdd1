package dev.apsis.store;

import dev.apsis.rating.Rating;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a player. The account's rounds are told if the name is an account's, else those
 * of whoever flew by that name.
 */
public record Player(String name, boolean account, List<InMode> modes, List<Flown> lately) {
    public Player {
        modes = List.copyOf(modes);
        lately = List.copyOf(lately);
    }

    /** All there was in one mode; guests have no rating. */
    public record InMode(
            String mode,
            long rounds,
            long wins,
            long score,
            long kills,
            long deaths,
            @Nullable Rating rating) {}

    /** One round flown. */
    public record Flown(
            String round,
            String mode,
            Instant ended,
            int place,
            int score,
            int kills,
            int deaths,
            boolean won) {}
}

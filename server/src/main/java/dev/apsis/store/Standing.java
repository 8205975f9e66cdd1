package dev.apsis.store;

import dev.apsis.rating.Rating;
import dev.apsis.store.RoundResult.Kind;

import org.jspecify.annotations.Nullable;

/** One line of a leaderboard: who, what came together, and how strong an account is by now. */
public record Standing(
        long rank,
        String name,
        Kind kind,
        boolean account,
        long rounds,
        long wins,
        long score,
        long kills,
        long deaths,
        @Nullable Rating rating) {}

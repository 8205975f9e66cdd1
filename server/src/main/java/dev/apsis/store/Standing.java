package dev.apsis.store;

import dev.apsis.store.RoundResult.Kind;

/** One line of a leaderboard: who, and what came together. The account is 0 for guests. */
public record Standing(
        long rank,
        String name,
        Kind kind,
        boolean account,
        long rounds,
        long wins,
        long score,
        long kills,
        long deaths) {}

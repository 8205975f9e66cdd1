package dev.apsis.app;

import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The options that say what a match is, the same for every command that has one. */
final class MatchOptions {
    private static final int LEAST_TEAMS = 2;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "ffa",
            description = "ffa, teams or duel, which is for two (default: ${DEFAULT-VALUE}).")
    private Game mode = Game.FFA;

    @Option(
            names = "--teams",
            paramLabel = "COUNT",
            description = "Teams in mode teams, 2 to 4 (default: " + LEAST_TEAMS + ").")
    private @Nullable Integer teams;

    boolean isDuel() {
        return mode == Game.DUEL;
    }

    /** The match for so many; refused in a sentence if the options contradict the rules. */
    GameSettings settings(int capacity, int ticksPerSecond) {
        int count = teams == null ? LEAST_TEAMS : teams;
        UsageProblem.unless(
                teams == null || mode == Game.TEAMS,
                "--teams goes with --mode teams only, not with " + mode.word());
        UsageProblem.unless(
                count >= LEAST_TEAMS && count <= GameSettings.MOST_TEAMS,
                "--teams is 2 to 4, not " + count);
        return GameSettings.of(mode, count, capacity, ticksPerSecond);
    }
}

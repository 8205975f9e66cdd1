package dev.apsis.app;

import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;

import picocli.CommandLine.Option;

/** The options that say what a match is, the same for every command that has one. */
final class MatchOptions {
    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "ffa",
            description = "ffa, teams or duel, which is for two (default: ${DEFAULT-VALUE}).")
    private Game mode = Game.FFA;

    @Option(
            names = "--teams",
            paramLabel = "COUNT",
            defaultValue = "2",
            description = "Teams in mode teams, 2 to 4 (default: ${DEFAULT-VALUE}).")
    private int teams;

    boolean isDuel() {
        return mode == Game.DUEL;
    }

    /** The match for so many; refused in a sentence if the options contradict the rules. */
    GameSettings settings(int capacity, int ticksPerSecond) {
        UsageProblem.unless(
                teams >= 2 && teams <= GameSettings.MOST_TEAMS, "--teams is 2 to 4, not " + teams);
        return GameSettings.of(mode, teams, capacity, ticksPerSecond);
    }
}

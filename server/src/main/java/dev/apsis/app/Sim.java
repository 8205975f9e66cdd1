package dev.apsis.app;

import dev.apsis.orbit.bot.Chronicle;
import dev.apsis.orbit.bot.Match;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** The command {@code apsis sim}: lets house bots play a match as fast as the machine can. */
@Command(
        name = "sim",
        description = "Lets house bots play a match as fast as the machine can.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class Sim implements Callable<Integer> {
    private static final int TICKS_PER_SECOND = 60;
    private static final int MOST_BOTS = 1000;
    private static final int STANDARD_BOTS = 32;
    private static final double NANOS = 1e9;

    @Option(
            names = "--bots",
            paramLabel = "COUNT",
            description = "Bots that play, 2 to 1000; a duel has 2 (default: 32).")
    private @Nullable Integer bots;

    @Option(
            names = "--levels",
            paramLabel = "LEVEL",
            split = ",",
            defaultValue = "1,2,3,4,5",
            description = "Levels the bots take in turn, 1 to 5 (default: ${DEFAULT-VALUE}).")
    private List<Integer> levels = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long they play, in the match's time (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "The same seed is the same match (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--matches",
            paramLabel = "COUNT",
            defaultValue = "1",
            description =
                    "With more than one: a report over as many seeds, from --seed on, each with one"
                            + " more pilot who does nothing.")
    private int matches;

    @Option(names = "--json", description = "Prints the result as one JSON object.")
    private boolean json;

    @Mixin private final MatchOptions match = new MatchOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        check();
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it calls");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (matches > 1) {
            reportMany(out);
        } else {
            reportOne(out);
        }
        out.flush();
        return 0;
    }

    private void reportOne(PrintWriter out) {
        Chronicle chronicle = chronicle(seed, 0);
        long begin = System.nanoTime();
        chronicle.play(seconds);
        double took = (System.nanoTime() - begin) / NANOS;
        double speedup = seconds / Math.max(took, 1e-6);
        String hash = "%016x".formatted(chronicle.match().orbit().stateHash());
        if (json) {
            out.println(asJson(chronicle, speedup, hash).encode());
            return;
        }
        String winner = chronicle.winner().isEmpty() ? "nobody, a draw" : chronicle.winner();
        out.printf("winner     %s (rounds ended: %d)%n", winner, chronicle.rounds());
        chronicle.scores().forEach((name, score) -> out.printf("  %-16s %6d%n", name, score));
        out.printf("deaths by  %s%n", chronicle.deathsBy());
        out.printf(
                Locale.ROOT,
                "shots      %d, hit rate %.1f %%%n",
                chronicle.tally().shots(),
                100 * chronicle.hitRate());
        out.printf(Locale.ROOT, "speed      %.0f times real time%n", speedup);
        out.printf("hash       %s after %d ticks%n", hash, chronicle.match().orbit().tick());
    }

    private static JsonObject asJson(Chronicle chronicle, double speedup, String hash) {
        String winner = chronicle.winner();
        var scores = new JsonObject();
        chronicle.scores().forEach(scores::put);
        var deathsBy = new JsonObject();
        chronicle.deathsBy().forEach(deathsBy::put);
        return new JsonObject()
                .put("winner", winner.isEmpty() ? null : winner)
                .put("scores", scores)
                .put("deaths_by", deathsBy)
                .put("shots", chronicle.tally().shots())
                .put("hit_rate", chronicle.hitRate())
                .put("speedup", speedup)
                .put("ticks", chronicle.match().orbit().tick())
                .put("hash", hash);
    }

    private void reportMany(PrintWriter out) {
        var report = new TuningReport(out);
        for (int i = 0; i < matches; i++) {
            Chronicle chronicle = chronicle(seed + i, match.isDuel() ? 0 : 1);
            chronicle.play(seconds);
            report.add(seed + i, chronicle, match.isDuel() ? -1 : players(), seconds);
        }
        report.end();
    }

    private Chronicle chronicle(long matchSeed, int sleepers) {
        int players = players();
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            chosen.add(levels.get(i % levels.size()));
        }
        for (int i = 0; i < sleepers; i++) {
            chosen.add(Match.SLEEPER);
        }
        int capacity = players + sleepers;
        return new Chronicle(match.settings(capacity, TICKS_PER_SECOND), chosen, matchSeed);
    }

    private int players() {
        return bots != null ? bots : match.isDuel() ? 2 : STANDARD_BOTS;
    }

    private void check() {
        UsageProblem.unless(
                players() >= 2 && players() <= MOST_BOTS, "--bots is 2 to 1000, not " + players());
        UsageProblem.unless(
                !match.isDuel() || players() == 2,
                "a duel has 2 pilots: leave --bots %d out".formatted(players()));
        UsageProblem.unless(seconds >= 1, "--seconds is 1 or more, not " + seconds);
        UsageProblem.unless(
                !json || matches == 1,
                "--json tells of one match: leave --matches out, or --json for the report");
        UsageProblem.unless(matches >= 1, "--matches is 1 or more, not " + matches);
        for (int level : levels) {
            UsageProblem.unless(level >= 1 && level <= 5, "--levels are 1 to 5, not " + level);
        }
    }
}

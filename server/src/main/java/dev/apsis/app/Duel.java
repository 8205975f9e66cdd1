package dev.apsis.app;

import dev.apsis.duel.Contender;
import dev.apsis.duel.NoPilot;
import dev.apsis.duel.Outcome;
import dev.apsis.duel.RingProcess;
import dev.apsis.duel.Scout;
import dev.apsis.duel.Series;
import dev.apsis.duel.Tournament;
import dev.apsis.engine.RoomTiming;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The command {@code apsis duel}: lets pilots of any author fight as fast as the machine can. */
@Command(
        name = "duel",
        description = "Lets two pilots, or a whole field of them, fight as fast as it goes.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class Duel implements Callable<Integer> {
    private static final int MOST_ROUNDS = 1_000_000;
    private static final int MOST_SECONDS = 480;

    @Option(
            names = "--red",
            paramLabel = "PILOT",
            description = "drifter, hunter or orbiter; or JAR:CLASS, or a JAR with one pilot.")
    private @Nullable String red;

    @Option(names = "--blue", paramLabel = "PILOT", description = "Its opponent, likewise.")
    private @Nullable String blue;

    @Option(
            names = "--round-robin",
            paramLabel = "PILOT|FOLDER",
            split = ",",
            description =
                    "Instead of red and blue: everybody against everybody. Pilots as above, and"
                            + " folders of jars, separated by commas.")
    private List<String> field = new ArrayList<>();

    @Option(
            names = "--rounds",
            paramLabel = "COUNT",
            defaultValue = "100",
            description = "Rounds to be fought, by each two who meet (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "480",
            description =
                    "How long a round may last, 1 to 480, in the match's time; who is ahead then"
                            + " has won (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "The same seed is the same rounds (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Prints the result as one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Prints the result only, and not each round.")
    private boolean quiet;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        check();
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it calls");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (field.isEmpty()) {
            fightSeries(out);
        } else {
            fightTournament(out);
        }
        out.flush();
        return 0;
    }

    private void fightSeries(PrintWriter out) {
        List<Contender> two = List.of(find("--red", red), find("--blue", blue));
        var report = new SeriesReport(two, seed, json, System.nanoTime());
        try (var ring = new RingProcess(RingMain.program(), two)) {
            Series series = series(ring);
            for (int number = 0; number < rounds; number++) {
                Outcome outcome = series.round(0, 1, number);
                String line = report.add(number, outcome);
                tell(out, line);
            }
        }
        report.end(System.nanoTime());
        out.print(json ? report.json().encode() + System.lineSeparator() : report.words());
    }

    private void fightTournament(PrintWriter out) {
        UsageProblem.unless(
                rounds % 2 == 0,
                "--rounds is even in a round robin, as many from either side, not " + rounds);
        List<Contender> contenders = contenders();
        List<String> names = Entrants.names(contenders);
        var report = new TournamentReport(seed, rounds, System.nanoTime());
        try (var ring = new RingProcess(RingMain.program(), contenders)) {
            var tournament = new Tournament(series(ring), names);
            tournament.play(
                    rounds, (one, other, outcome) -> tell(out, report.add(one, other, outcome)));
            report.end(tournament.table(), System.nanoTime());
        }
        out.print(json ? report.json().encode() + System.lineSeparator() : report.words());
    }

    private Series series(RingProcess ring) {
        return new Series(ring, seed, seconds * RoomTiming.STANDARD.ticksPerSecond());
    }

    private void tell(PrintWriter out, String line) {
        if (!json && !quiet) {
            out.println(line);
            out.flush();
        }
    }

    private static Contender find(String option, @Nullable String source) {
        if (source == null) {
            throw new UsageProblem("say who fights: --red and --blue, or --round-robin");
        }
        return looked(option, () -> HousePilots.scout().find(source));
    }

    private List<Contender> contenders() {
        List<Contender> all = new ArrayList<>();
        Scout scout = HousePilots.scout();
        for (String source : field) {
            boolean jars = Files.isDirectory(Path.of(source));
            all.addAll(
                    looked(
                            "--round-robin",
                            () ->
                                    jars
                                            ? scout.folder(Path.of(source))
                                            : List.of(scout.find(source))));
        }
        UsageProblem.unless(
                all.size() >= 2, "--round-robin needs two pilots or more, found " + all.size());
        return all;
    }

    private static <T> T looked(String option, Supplier<T> finding) {
        try {
            return finding.get();
        } catch (NoPilot problem) {
            throw new UsageProblem(option + ": " + problem.getMessage(), problem);
        }
    }

    private void check() {
        UsageProblem.unless(
                rounds >= 1 && rounds <= MOST_ROUNDS, "--rounds is 1 to 1000000, not " + rounds);
        UsageProblem.unless(
                seconds >= 1 && seconds <= MOST_SECONDS, "--seconds is 1 to 480, not " + seconds);
        UsageProblem.unless(
                field.isEmpty() || (red == null && blue == null),
                "--round-robin goes without --red and --blue");
    }
}

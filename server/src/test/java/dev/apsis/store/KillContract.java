package dev.apsis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/**
 * A process that dies at any moment, again and again, loses no round it said it had and keeps none
 * twice. Each database has a class that says so; {@code -Dapsis.kills=200} for more deaths.
 */
abstract class KillContract {
    private static final int KILLS = Integer.getInteger("apsis.kills", 8);
    private static final int MOST_LINES = 300;

    @TempDir Path directory = Path.of("");

    /** An empty database, for one test. */
    abstract StoreSettings settings(Path directory);

    @Test
    void whatTheJournalHadIsInTheStoreOnceHoweverOftenTheProcessIsKilled()
            throws IOException, InterruptedException {
        long seed = Long.getLong("apsis.seed", 20260305L);
        var chance = new SplittableRandom(seed);
        List<String> acknowledged = new ArrayList<>();
        for (int life = 0; life < KILLS; life++) {
            acknowledged.addAll(live(life, chance.nextInt(MOST_LINES)));
        }
        assertTrue(acknowledged.size() > KILLS, acknowledged.size() + " rounds in all");
        try (Store store = Store.open(settings(directory), Clock.systemUTC(), new Random(1))) {
            answer(store.results().settled());
            var missing = new TreeSet<String>();
            for (String id : acknowledged) {
                if (answer(store.boards().round(id)).isEmpty()) {
                    missing.add(id);
                }
            }
            assertEquals(new TreeSet<String>(), missing, "lost; apsis.seed=" + seed);
            checkSums(store);
        }
    }

    /** Sums are kept beside the rounds: a round counted twice would show in them. */
    private static void checkSums(Store store) {
        var wish =
                new Board.Wish(
                        "ffa",
                        Period.ALL,
                        LocalDate.EPOCH,
                        Board.Order.SCORE,
                        10,
                        "",
                        /* bots= */ false);
        List<Standing> lines = answer(store.boards().page(wish)).lines();
        long rounds = answer(store.boards().countRounds());
        assertEquals(2, lines.size());
        for (Standing line : lines) {
            assertEquals(rounds, line.rounds(), line.name());
        }
        assertEquals(rounds, lines.getFirst().score());
    }

    /** The rounds it said the journal has before it was killed, after about so many of them. */
    private List<String> live(int life, int lines) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Victim.class.getName(),
                                directory.toString(),
                                settings(directory).url(),
                                "life" + life)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(
                                process.getInputStream(), StandardCharsets.US_ASCII))) {
            while (said.size() < lines) {
                String line = out.readLine();
                if (line == null) {
                    throw new AssertionError("the process ended by itself");
                }
                said.add(line);
            }
            process.toHandle()
                    .destroyForcibly(); // unlike the process itself it leaves the pipe open
            out.lines().filter(line -> line.matches("life\\d+-\\d+")).forEach(said::add);
            process.waitFor();
        }
        return said;
    }

    private static <T> T answer(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}

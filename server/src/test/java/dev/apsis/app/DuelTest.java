package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.duel.pilots.Stillborn;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;

/** The command {@code apsis duel}, as scripts rely on it. */
class DuelTest {
    private static String run(int exit, String... args) {
        var out = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(out));
        assertEquals(exit, command.execute(args), out.toString());
        return out.toString();
    }

    private static JsonObject duel(String seed) {
        return new JsonObject(
                run(
                        0,
                        "duel",
                        "--red",
                        "hunter",
                        "--blue",
                        "drifter",
                        "--rounds",
                        "4",
                        "--seconds",
                        "20",
                        "--seed",
                        seed,
                        "--json"));
    }

    @Test
    void jsonHasExactlyThePromisedKeysAndOneSeedOneHash() {
        JsonObject first = duel("7");
        assertEquals(
                Set.of("red", "blue", "draws", "seed", "ticks", "hash", "speedup", "rounds"),
                first.fieldNames());
        assertEquals(
                Set.of("pilot", "wins", "win_rate", "low", "high", "fouls"),
                first.getJsonObject("red").fieldNames());
        JsonArray rounds = first.getJsonArray("rounds");
        assertEquals(4, rounds.size());
        assertEquals(
                Set.of("round", "red_seat", "winner", "red", "blue", "ticks", "hash", "foul"),
                rounds.getJsonObject(0).fieldNames());
        assertEquals(
                Set.of("bouts", "points"),
                rounds.getJsonObject(0).getJsonObject("red").fieldNames());
        JsonObject again = duel("7");
        assertEquals(rounds, again.getJsonArray("rounds"));
        assertEquals(first.getString("hash"), again.getString("hash"));
        assertNotEquals(first.getString("hash"), duel("8").getString("hash"));
    }

    @Test
    void wordsSayTheSameAsJson() {
        String words =
                run(
                        0,
                        "duel",
                        "--red",
                        "hunter",
                        "--blue",
                        "drifter",
                        "--rounds",
                        "4",
                        "--seconds",
                        "20",
                        "--seed",
                        "7");
        assertTrue(words.contains(duel("7").getString("hash")), words);
        assertEquals(4, words.lines().filter(line -> line.startsWith("round ")).count(), words);
    }

    @Test
    void aTournamentRanksEverybodyAndSaysWhatWentWrong() throws Exception {
        Path classes =
                Path.of(
                        Stillborn.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        String field = "hunter,drifter," + classes + ":" + Stillborn.class.getName();
        var result =
                new JsonObject(
                        run(
                                0,
                                "duel",
                                "--round-robin",
                                field,
                                "--rounds",
                                "4",
                                "--seconds",
                                "20",
                                "--json"));
        assertEquals(
                Set.of("seed", "rounds_per_pairing", "ticks", "hash", "speedup", "table"),
                result.fieldNames());
        JsonArray table = result.getJsonArray("table");
        assertEquals(
                Set.of(
                        "rank",
                        "pilot",
                        "rating",
                        "low",
                        "high",
                        "deviation",
                        "surely_above_next",
                        "wins",
                        "draws",
                        "losses",
                        "fouls",
                        "win_rate",
                        "win_rate_low",
                        "win_rate_high",
                        "last_foul"),
                table.getJsonObject(0).fieldNames());
        JsonObject last = table.getJsonObject(2);
        assertEquals("Stillborn", last.getString("pilot"));
        assertEquals(8, last.getInteger("fouls"));
        assertNull(last.getValue("surely_above_next"));
    }

    @Test
    void whatCannotBeFoughtIsRefusedInASentence() {
        assertTrue(run(2, "duel").contains("say who fights: --red and --blue"));
        assertTrue(run(2, "duel", "--red", "hunter").contains("say who fights"));
        assertTrue(
                run(2, "duel", "--red", "nobody", "--blue", "hunter")
                        .contains("--red: there is no pilot 'nobody': say drifter, hunter"));
        assertTrue(
                run(2, "duel", "--red", "a.jar:b.C", "--blue", "hunter")
                        .contains("there is no file a.jar"));
        assertTrue(run(2, "duel", "--round-robin", "hunter").contains("two pilots or more"));
        assertTrue(
                run(2, "duel", "--round-robin", "hunter,orbiter", "--rounds", "3")
                        .contains("--rounds is even"));
        assertTrue(
                run(2, "duel", "--round-robin", "hunter,orbiter", "--red", "hunter")
                        .contains("goes without --red"));
        assertTrue(run(2, "duel", "--seconds", "0").contains("--seconds is 1 to 480"));
    }
}

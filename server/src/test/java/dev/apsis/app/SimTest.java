package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;

/** The command {@code apsis sim}, as scripts rely on it. */
class SimTest {
    private static String run(int exit, String... args) {
        var out = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(out));
        assertEquals(exit, command.execute(args));
        return out.toString();
    }

    private static JsonObject sim(String seed) {
        return new JsonObject(
                run(0, "sim", "--bots", "8", "--seconds", "30", "--seed", seed, "--json"));
    }

    @Test
    void jsonHasExactlyThePromisedKeysAndOneSeedOneHash() {
        JsonObject first = sim("7");
        assertEquals(
                Set.of(
                        "winner",
                        "scores",
                        "deaths_by",
                        "shots",
                        "hit_rate",
                        "speedup",
                        "ticks",
                        "hash"),
                first.fieldNames());
        assertEquals(1800, first.getInteger("ticks"));
        assertEquals(8, first.getJsonObject("scores").size());
        assertEquals(first.getString("hash"), sim("7").getString("hash"));
        assertNotEquals(first.getString("hash"), sim("8").getString("hash"));
    }

    @Test
    void wordsSayTheSameAsJson() {
        String words = run(0, "sim", "--bots", "8", "--seconds", "30", "--seed", "7");
        assertTrue(words.contains(sim("7").getString("hash")), words);
    }

    @Test
    void severalMatchesMakeATableWithTheirMean() {
        String table = run(0, "sim", "--bots", "4", "--seconds", "20", "--matches", "2");
        assertEquals(5, table.lines().count(), table);
        assertTrue(table.lines().toList().getLast().startsWith("| mean |"), table);
    }

    @Test
    void whatCannotBePlayedIsRefusedInASentence() {
        assertTrue(run(2, "sim", "--levels", "6").contains("--levels are 1 to 5"));
        assertTrue(run(2, "sim", "--bots", "1").contains("--bots is 2 to 1000"));
        assertTrue(run(2, "sim", "--mode", "chess").contains("--mode"));
    }
}

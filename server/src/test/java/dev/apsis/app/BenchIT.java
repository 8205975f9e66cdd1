package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command bench, run through once; what is measured is not judged here. */
class BenchIT {
    @TempDir private Path folder;

    @Test
    void quickTrialsShareAServerAndLeaveFigures() throws Exception {
        Path json = folder.resolve("figures.json");
        Path page = folder.resolve("page.md");
        var told = new StringWriter();
        var writer = new PrintWriter(told, true);
        int exit =
                Main.commandLine()
                        .setOut(writer)
                        .setErr(writer)
                        .execute(
                                "bench",
                                "--quick",
                                "--only=arena,rooms,frozen,hostile",
                                "--json=" + json,
                                "--markdown=" + page);
        assertEquals(0, exit, told::toString);
        JsonObject figures = new JsonObject(Files.readString(json)).getJsonObject("figures");
        assertEquals(
                List.of("arena", "rooms", "frozen", "hostile"), List.copyOf(figures.fieldNames()));
        assertTrue(figures.getJsonObject("arena").getDouble("100_frames") > 0, told::toString);
        assertTrue(figures.getJsonObject("rooms").getDouble("100_frames") > 0, told::toString);
        assertEquals(1, figures.getJsonObject("frozen").getDouble("kept"), told::toString);
        assertEquals(1000, figures.getJsonObject("hostile").getDouble("connections"));
        assertTrue(Files.readString(page).contains("## hostile"));
    }
}

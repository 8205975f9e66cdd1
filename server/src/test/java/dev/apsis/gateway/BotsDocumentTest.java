package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.pilots.Drifter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** What docs/BOTS.md lets a newcomer write compiles as it stands there, and wins. */
class BotsDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "BOTS.md");
    private static final GameSettings DUEL = GameSettings.of(Game.DUEL, 2, 2, 60);
    private static final int[] SEEDS = {1, 2, 3};
    private static final int SECONDS = 120;

    @TempDir private Path folder;

    @Test
    void theFirstBotCompiles() throws IOException {
        compile("MyBot1.java");
    }

    @Test
    void theSecondBeatsAHouseBotOfLevelOneAndDrifter() throws Exception {
        compile("MyBot2.java");
        int won = 0;
        int lost = 0;
        int caught = 0;
        try (var classes = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> bot = classes.loadClass("MyBot");
            for (int seed : SEEDS) {
                var fight = new Dogfight(DUEL, seed).with(make(bot)).withHouseBot(1).run(SECONDS);
                won += fight.kills(0);
                lost += fight.kills(1);
                var chase = new Dogfight(DUEL, seed).with(make(bot)).with(new Drifter());
                caught += chase.run(SECONDS).kills(0);
            }
        }
        assertTrue(won > lost, won + " kills of and " + lost + " by the house bot");
        assertTrue(caught > 0, "Drifter was never caught");
    }

    private static Pilot make(Class<?> bot) throws ReflectiveOperationException {
        return (Pilot) bot.getDeclaredConstructor().newInstance();
    }

    /** Compiles the block of the page that a comment of its name announces. */
    private void compile(String name) throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- " + name + " -->\n```java\n";
        int from = page.indexOf(begin) + begin.length();
        assertTrue(from >= begin.length(), "the page shows " + name);
        Path file = folder.resolve("MyBot.java");
        Files.writeString(file, page.substring(from, page.indexOf("```", from)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertNotNull(compiler, "a JDK runs this");
        var said = new StringWriter();
        var files = compiler.getStandardFileManager(null, null, null);
        List<String> options = List.of("-d", folder.toString(), "-Xlint:all", "-Werror");
        boolean compiled =
                compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file))
                        .call();
        assertEquals("", said.toString());
        assertTrue(compiled);
    }
}

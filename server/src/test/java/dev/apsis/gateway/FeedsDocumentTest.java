package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.app.Server;
import dev.apsis.feed.Chronicle;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What docs/FEEDS.md tells a newcomer to type works as it stands there. */
@ExtendWith(VertxExtension.class)
class FeedsDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "FEEDS.md");
    private static final int CURL_TIMED_OUT = 28;

    @Test
    void everyCurlOfThePageIsAnswered(Vertx vertx) throws Exception {
        var settings = new Server.Start("127.0.0.1", 0, "arena", 4, Arenas.lone(4, 60), 7);
        int port = done(Server.start(vertx, settings, 2)).port();
        List<String> commands =
                Files.readAllLines(PAGE).stream()
                        .filter(line -> line.startsWith("    curl "))
                        .map(line -> line.strip().replace("127.0.0.1:7777", "127.0.0.1:" + port))
                        .toList();
        assertEquals(9, commands.size());
        for (String command : commands) {
            String answer = answer(command);
            assertTrue(answer.startsWith("{") || answer.startsWith("retry: "), answer);
            assertFalse(answer.startsWith("{\"status\""), () -> command + ": " + answer);
        }
    }

    private static String answer(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", command).start();
        String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = shell.waitFor();
        assertTrue(code == 0 || (code == CURL_TIMED_OUT && command.contains("-m 2")), command);
        return answer;
    }

    @Test
    void thePageSaysHowMuchIsKept() throws IOException {
        String page = Files.readString(PAGE);
        assertTrue(page.contains("The last " + Chronicle.KEPT + " events of each room"));
        assertTrue(page.contains("up to " + Notifier.MAX_FRIENDS + " friends"));
        assertTrue(page.contains(FeedDoor.SUBPROTOCOL));
    }
}

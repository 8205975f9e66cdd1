package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The commands bots and bench, as a user types them. */
@ExtendWith(VertxExtension.class)
class LoadCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void botsOpenTheirRoomFlyAndReport(Vertx vertx) {
        assertEquals(
                0,
                run(
                        "bots",
                        "--url",
                        listen(vertx),
                        "--room",
                        "load",
                        "--count",
                        "5",
                        "--pilot",
                        "hunter",
                        "--settle",
                        "0",
                        "--seconds",
                        "1",
                        "--json"));

        var report = new JsonObject(out.toString());
        assertEquals(5, report.getInteger("joined"));
        assertEquals(0, report.getInteger("refused"));
        assertEquals("", err.toString(), "no live line where nobody looks");
    }

    @Test
    void severalRoomsShareTheBots(Vertx vertx) {
        assertEquals(
                0,
                run(
                        "bots",
                        "--url",
                        listen(vertx),
                        "--room",
                        "a,b",
                        "--count",
                        "4",
                        "--settle",
                        "0",
                        "--seconds",
                        "1"));

        assertTrue(out.toString().startsWith("joined     4, refused 0"), out::toString);
    }

    @Test
    void whereNobodyIsNobodyCanJoin() {
        assertEquals(1, run("bots", "--url", "ws://127.0.0.1:1", "--count", "1", "--seconds", "1"));
        assertTrue(err.toString().startsWith("apsis: nobody could join: "), err::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "--url=wss://play.example, '--url is ws://, not encrypted'",
        "--url=ws://127.0.0.1/play/arena, '--url is like ws://127.0.0.1:7777'",
        "--url=nonsense, '--url is like ws://127.0.0.1:7777'",
        "--count=0, '--count is 1 to 10000'",
        "--count=1001, 'a room has at most 1000 seats'",
        "--seconds=0, '--seconds is 1 to 86400'",
        "--room=Arena!, '--room is 1 to 32 of'",
        "--server-pid=999999999, '--server-pid: there is no process'",
        "--pilot=ace, 'Invalid value for option'",
    })
    void whatBotsCantDoIsRefusedInASentence(String word, String sentence) {
        assertEquals(2, run("bots", word));
        assertTrue(err.toString().startsWith("apsis: " + sentence), err::toString);
    }

    @Test
    void aTrialThatIsNoneIsRefusedWithTheirNames() {
        assertEquals(2, run("bench", "--only", "everything"));
        assertTrue(err.toString().contains("--only is of wire, arena, rooms, bare"), err::toString);
    }

    private String listen(Vertx vertx) {
        var settings = new Server.Start("127.0.0.1", 0, "arena", 4, Arenas.lone(4, 60), 7);
        return "ws://127.0.0.1:" + PilotClient.done(Server.start(vertx, settings, 1)).port();
    }

    private int run(String... words) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}

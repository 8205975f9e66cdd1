package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.gateway.Approach;
import dev.apsis.gateway.CertificateFiles;
import dev.apsis.gateway.Papers;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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
    void aServerOfOnesOwnIsTrustedByItsCertificate(Vertx vertx, @TempDir Path folder)
            throws Exception {
        CertificateFiles files =
                Papers.issue(folder, "localhost", "EC", "-ext", "san=dns:localhost");
        var tls = new Approach.Tls(files, files.read(Instant.now()), 0);
        var settings =
                new Server.Start("127.0.0.1", 0, "arena", 4, Arenas.lone(4, 60), 7)
                        .with(new Approach(tls, List.of(), /* proxyProtocol= */ false));
        int port = PilotClient.done(Server.start(vertx, settings, 1)).port();
        String[] load = {
            "bots", "--url=wss://localhost:" + port, "--count=2", "--settle=0", "--seconds=1"
        };

        assertEquals(1, run(load));
        assertTrue(err.toString().contains("name its certificate with --trust"), err::toString);
        assertEquals(0, run(and(load, "--trust=" + files.chain())), err::toString);
        assertTrue(out.toString().contains("joined     2, refused 0"), out::toString);
        assertEquals(1, run("doctor", "https://localhost:" + port, "--seconds=1"));
        String trust = "--trust=" + files.chain();
        assertEquals(0, run("doctor", "https://localhost:" + port, "--seconds=2", trust));
    }

    private static String[] and(String[] words, String another) {
        return Stream.concat(Stream.of(words), Stream.of(another)).toArray(String[]::new);
    }

    @Test
    void whereNobodyIsNobodyCanJoin() {
        assertEquals(1, run("bots", "--url", "ws://127.0.0.1:1", "--count", "1", "--seconds", "1"));
        assertTrue(err.toString().startsWith("apsis: nobody could join: "), err::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "--url=ftp://play.example, '--url is like ws://127.0.0.1:7777'",
        "--trust=nowhere.pem, '--trust: nowhere.pem can'",
        "--trust=pom.xml, '--trust: pom.xml has no certificates in PEM'",
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

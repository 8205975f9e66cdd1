package dev.apsis;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.app.Server;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bots that were written from docs/PROTOCOL.md alone join, fly and shoot on a real server. */
class ExamplesIT {
    /** Far enough away to harm nobody, near enough to be felt. */
    private static final Body PLANET =
            new Body(Body.Type.PLANET, 40, 9_000_000, -1, 1300, 0, 1_000_000);

    private static final Arena CALM = new Arena(1000, 60, List.of(PLANET));
    private static final String SECONDS = "4";

    private static Vertx vertx;
    private static int port;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        port =
                done(Server.start(vertx, new Server.Start("127.0.0.1", 0, "arena", 8, CALM, 7), 1))
                        .port();
    }

    @AfterAll
    static void close() {
        done(vertx.close());
    }

    @Test
    void aPythonBotFliesThroughJson() throws IOException, InterruptedException {
        JsonObject told = run("python3", "../examples/json-bot.py");
        assertTrue(told.getInteger("worlds") > 20, told::encode);
        assertFlewAndShot(told);
    }

    @Test
    void aNodeBotFliesThroughBits() throws IOException, InterruptedException {
        JsonObject told = run("node", "--experimental-websocket", "../examples/binary-bot.mjs");
        assertTrue(told.getInteger("snapshots") > 60, told::encode);
        assertEquals(0, told.getInteger("desyncs"), "its own predictor agrees to the bit");
        assertFlewAndShot(told);
    }

    @Test
    void aNodeBotFliesThroughJson() throws IOException, InterruptedException {
        JsonObject told = run("node", "--experimental-websocket", "../examples/json-bot.mjs");
        assertTrue(told.getInteger("worlds") > 30, told::encode);
    }

    private static void assertFlewAndShot(JsonObject told)
            throws IOException, InterruptedException {
        assertTrue(told.getInteger("shots") > 0, told::encode);
        JsonObject ship = shipOf(told.getString("token"));
        assertNotNull(ship, "it still has its seat");
        assertTrue(Math.hypot(ship.getDouble("x"), ship.getDouble("y")) < 2000);
        assertNotEquals(0, ship.getDouble("heading"));
    }

    private static JsonObject shipOf(String token) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/api/rooms/arena/me");
        var request =
                HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new JsonObject(body).getJsonObject("ship");
        }
    }

    /** Runs a bot for some seconds; what it says last is JSON. */
    private static JsonObject run(String... program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of("127.0.0.1", Integer.toString(port), "arena", SECONDS));
        Process bot;
        try {
            bot = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            if (System.getenv("CI") != null) {
                throw missing;
            }
            System.getLogger(ExamplesIT.class.getName())
                    .log(System.Logger.Level.WARNING, "NOT RUN: there is no " + program[0]);
            return Assumptions.abort("there is no " + program[0]);
        }
        String output = new String(bot.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bot.waitFor(), output);
        return new JsonObject(output.lines().toList().getLast());
    }
}

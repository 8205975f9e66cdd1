package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;
import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Playing where no WebSocket gets through: a stream down and posts up, over two event loops. */
@ExtendWith(VertxExtension.class)
class StreamPlayTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private Vertx vertx;
    private int port;

    @BeforeEach
    void start(Vertx given) {
        vertx = given;
        var settings = new Server.Start("127.0.0.1", 0, "arena", 2, Arenas.lone(2, 60), 7);
        port = done(Server.start(given, settings, 2)).port();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private int post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(body)).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** One who plays by a stream, and reads it line by line. */
    private final class Streamer implements AutoCloseable {
        private final Stream<String> lines;
        private final Iterator<String> each;
        private final String link;

        Streamer(String room) throws IOException, InterruptedException {
            HttpRequest asked =
                    HttpRequest.newBuilder(at("/play/" + room + "/stream"))
                            .header("Accept", "text/event-stream")
                            .build();
            lines = http.send(asked, BodyHandlers.ofLines()).body();
            each = lines.iterator();
            link = new JsonObject(after("event: link")).getString("link");
        }

        /** What the next event of a name says. */
        String after(String event) {
            String line = each.next();
            while (!line.equals(event)) {
                line = each.next();
            }
            return each.next().substring("data: ".length());
        }

        /** The next message of a kind, from after its kind on. */
        BitReader next(int kind) {
            while (true) {
                String line = each.next();
                if (line.startsWith("data: ")) {
                    String letters = line.substring("data: ".length());
                    var in = new BitReader(Base64.getDecoder().decode(letters));
                    if (ServerMessage.kind(in) == kind) {
                        return in;
                    }
                }
            }
        }

        Welcome welcome() {
            return (Welcome) ServerMessage.read(ServerMessage.WELCOME, next(ServerMessage.WELCOME));
        }

        int say(ClientMessage... messages) throws IOException, InterruptedException {
            return post(
                    link,
                    Stream.of(messages)
                            .map(said -> Base64.getEncoder().encodeToString(said.toBytes()))
                            .collect(Collectors.joining("\n")));
        }

        /** Reads snapshots until the ship is there; the ticks they were of. */
        List<Integer> untilFlying(Welcome welcome) {
            var motion = new OrbitMotion(welcome.arena());
            var mirror =
                    new Mirror(OrbitSchema.SCHEMA, motion, welcome.ticksPerFrame(), welcome.seat());
            List<Integer> ticks = new ArrayList<>();
            while (mirror.self() < 0 || ticks.size() < 5) {
                mirror.read(next(ServerMessage.SNAPSHOT));
                ticks.add(mirror.tick());
            }
            return ticks;
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    @Test
    void aPilotFliesByStreamAtHalfTheRate() throws Exception {
        try (var pilot = new Streamer("arena")) {
            assertEquals(204, pilot.say(hello("ann", ""), new ClientMessage.Ping(7)));
            List<Integer> ticks = pilot.untilFlying(pilot.welcome());
            for (int i = 1; i < ticks.size(); i++) {
                int stepTicks = ticks.get(i) - ticks.get(i - 1);
                assertTrue(stepTicks >= 4 && stepTicks % 4 == 0, ticks::toString);
            }
        }
    }

    @Test
    void aSocketTakesTheSeatBackAndTheStreamIsToldWhy() throws Exception {
        try (var stream = new Streamer("arena")) {
            stream.say(hello("ann", ""));
            Welcome welcome = stream.welcome();
            PilotClient socket =
                    PilotClient.connect(vertx, port, "arena")
                            .say(hello("ann", welcome.token()))
                            .until(PilotClient::flies);
            assertEquals(welcome.seat(), socket.welcome().seat());
            JsonObject end = new JsonObject(stream.after("event: close"));
            assertEquals(Refusal.REPLACED.closeCode(), end.getInteger("code"));
            assertFalse(stream.each.hasNext() && !stream.each.next().isEmpty(), "it goes on");
            assertEquals(410, stream.say(new ClientMessage.Ping(1)));
            socket.close();
        }
    }

    @Test
    void garbageAndStrangeRoomsAreRefusedAsOnASocket() throws Exception {
        try (var stream = new Streamer("arena")) {
            assertEquals(400, post(stream.link, "no base64!"));
            assertEquals(204, post(stream.link, "DwEC"));
            JsonObject end = new JsonObject(stream.after("event: close"));
            assertEquals("malformed", end.getString("reason"));
        }
        HttpRequest nowhere = HttpRequest.newBuilder(at("/play/nowhere/stream")).build();
        HttpResponse<String> refused = http.send(nowhere, BodyHandlers.ofString());
        assertTrue(refused.body().contains("\"reason\":\"no_room\""), refused.body());
        assertEquals(410, post("/play/arena/stream/guessed", "DwEC"));
    }
}

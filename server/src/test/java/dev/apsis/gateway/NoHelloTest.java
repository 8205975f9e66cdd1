package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.door.Doorstep;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Wire;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Real doors whose patience is a test's: who comes in has 5 s to say hello. */
@ExtendWith(VertxExtension.class)
class NoHelloTest {
    private static final long PATIENCE_MILLIS = 5000;

    private final CompletableFuture<HeldTimers> held = new CompletableFuture<>();
    private Vertx vertx;
    private HeldTimers timers;
    private int port;

    @BeforeEach
    void open(Vertx given) {
        vertx = given;
        SoleRoom.open(given, System::nanoTime);
        done(given.deployVerticle(new Entrance()));
        timers = held.join();
    }

    /** The door for players, and nothing else. */
    private final class Entrance extends VerticleBase {
        @Override
        public Future<?> start() {
            var mine = new HeldTimers(vertx);
            var venues = new Venues();
            var post = new Post(vertx, venues, System::nanoTime);
            var door = new PlayDoor(mine.vertx(), SoleRoom.doors(), venues, post);
            Router router = Router.router(vertx);
            door.mount(router);
            router.get("/play/:room").handler(door::enter);
            var options =
                    new HttpServerOptions()
                            .addWebSocketSubProtocol(Wire.SUBPROTOCOL)
                            .setIdleTimeout(60); // which players' lines take off
            held.complete(mine);
            return venues.follow(vertx)
                    .compose(
                            known ->
                                    Doorstep.server(vertx, options)
                                            .requestHandler(router)
                                            .listen(0, "127.0.0.1"))
                    .onSuccess(listening -> port = listening.actualPort());
        }
    }

    @Test
    void whoSaysNothingForFiveSecondsIsSentAway() {
        PilotClient silent = PilotClient.connect(vertx, port, SoleRoom.NAME);
        timers.pass(PATIENCE_MILLIS);
        silent.until(PilotClient::closed);
        assertEquals(Refusal.SILENT, silent.refused().reason());
        assertEquals(4006, silent.closeCode());
        silent.close();
    }

    @Test
    void whoSaysHelloAtTheLastMomentStays() {
        PilotClient late = PilotClient.connect(vertx, port, SoleRoom.NAME);
        timers.pass(PATIENCE_MILLIS - 1);
        late.answering().say(hello("ann", "")).until(PilotClient::flies);
        timers.pass(PATIENCE_MILLIS);
        int seen = late.snapshots();
        late.until(pilot -> pilot.snapshots() > seen).close();
    }

    @Test
    void aStreamWithoutAHelloEndsLikeASocket() throws Exception {
        URI stream = URI.create("http://127.0.0.1:%d/play/arena/stream".formatted(port));
        HttpRequest asked = HttpRequest.newBuilder(stream).build();
        try (HttpClient http = HttpClient.newHttpClient();
                Stream<String> lines = http.send(asked, BodyHandlers.ofLines()).body()) {
            timers.pass(PATIENCE_MILLIS);
            String end = String.join("\n", lines.toList());
            assertTrue(end.contains("event: close\n"), end);
            assertTrue(end.contains("4006") && end.contains("silent"), end);
        }
    }
}

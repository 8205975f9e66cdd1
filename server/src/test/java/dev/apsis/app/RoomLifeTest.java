package dev.apsis.app;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;
import static dev.apsis.PilotClient.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.engine.Idleness;
import dev.apsis.engine.RoomTiming;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How rooms and seats begin, end and begin again, over real sockets. */
@ExtendWith(VertxExtension.class)
class RoomLifeTest {
    private final List<PilotClient> pilots = new ArrayList<>();
    private Vertx vertx;
    private HttpClientAgent http;
    private int port;

    @BeforeEach
    void start(Vertx given) {
        vertx = given;
        http = given.createHttpClient();
    }

    @AfterEach
    void hangUp() {
        pilots.forEach(PilotClient::close);
        done(http.close());
    }

    private Server.Start start() {
        GameSettings game = GameSettings.of(Game.FFA, 2, 4, 60);
        return new Server.Start("127.0.0.1", 0, Set.of(), "arena", game, 0, 7);
    }

    private Server serve(Server.Start settings) {
        Server server = done(Server.start(vertx, settings, 2));
        port = server.port();
        return server;
    }

    private PilotClient connect(String room) {
        PilotClient pilot = PilotClient.connect(vertx, port, room);
        pilots.add(pilot);
        return pilot;
    }

    private PilotClient fly(String room, String token) {
        return connect(room).say(hello("ann", token)).until(PilotClient::flies);
    }

    private JsonObject ask(HttpMethod method, String path, String body) {
        return done(
                http.request(method, port, "127.0.0.1", path)
                        .compose(request -> request.send(body).compose(HttpClientResponse::body))
                        .map(JsonObject::new));
    }

    private int status(HttpMethod method, String path) {
        return done(
                http.request(method, port, "127.0.0.1", path)
                        .compose(request -> request.send().map(HttpClientResponse::statusCode)));
    }

    @Test
    void whoDoesNothingWatchesAndMayComeBackWithAnotherHello() {
        var idleness = new Idleness(Duration.ofSeconds(1), Duration.ZERO, true);
        serve(start().with(RoomTiming.STANDARD.with(idleness)));
        PilotClient ann = fly("arena", "");
        String token = ann.welcome().token();
        ann.until(pilot -> pilot.welcome().seat() < 0);
        assertTrue(ann.notice().contains("did nothing"), ann.notice());
        int before = ann.snapshots();
        ann.until(pilot -> pilot.snapshots() > before + 2);
        assertEquals(0, ask(HttpMethod.GET, "/api/rooms/arena/health", "").getInteger("players"));
        ann.say(hello("ann", token)).until(PilotClient::flies);
        assertTrue(ann.welcome().seat() >= 0);
        ann.say(hello("ann", token)).until(PilotClient::closed);
        assertEquals(Refusal.MALFORMED, ann.refused().reason());
    }

    @Test
    void whoThenStillDoesNothingIsSentAway() {
        var idleness = new Idleness(Duration.ofSeconds(1), Duration.ofSeconds(1), true);
        serve(start().with(RoomTiming.STANDARD.with(idleness)));
        PilotClient ann = fly("arena", "").until(PilotClient::closed);
        assertEquals(Refusal.IDLE, ann.refused().reason());
        assertEquals(Refusal.IDLE.closeCode(), ann.closeCode());
    }

    @Test
    void aRoomThatIsOldEndsAndAFreshOneOfItsNameTakesItsPlace() {
        serve(start().with(new Upkeep(20, 12, /* lastTick= */ 90)));
        PilotClient ann = flyOnceLetIn("ann");
        ann.until(pilot -> pilot.notice().contains("restarts"));
        while (oldTick() < 150) {
            assertFalse(ann.until(pilot -> true).closed(), "the old room waits for who is in it");
        }
        ann.say(new ClientMessage.Goodbye()).until(PilotClient::closed);
        PilotClient bob = flyOnceLetIn("bob");
        assertTrue(bob.welcome().tick() < 150, "a fresh room begins at its first tick");
    }

    private int oldTick() {
        JsonObject health = ask(HttpMethod.GET, "/api/rooms/arena/health", "");
        return Objects.requireNonNull(health.getInteger("tick"), health::encode);
    }

    /** Whoever asks while a room is replaced is told to connect again, and nothing else. */
    private PilotClient flyOnceLetIn(String name) {
        PilotClient pilot = connect("arena").say(hello(name, ""));
        while (pilot.until(each -> each.closed() || each.flies()).closed()) {
            assertEquals(Refusal.DRAINING, pilot.refused().reason(), pilot.refused()::toString);
            pilot = connect("arena").say(hello(name, ""));
        }
        return pilot;
    }

    @Test
    void aNameIsFreeAgainOnceItsRoomIsClosedAndNothingOfItReachesTheNext() {
        serve(start().with(new Upkeep(20, 75, Integer.MAX_VALUE)));
        String wish = "{\"name\":\"den\",\"capacity\":4,\"bots\":2}";
        for (int i = 0; i < 3; i++) {
            while (ask(HttpMethod.POST, "/api/rooms", wish).containsKey("status")) {
                assertEquals(200, status(HttpMethod.GET, "/api/rooms"));
            }
            PilotClient ann = fly("den", "").until(pilot -> pilot.people().people().size() == 2);
            assertEquals(2, ask(HttpMethod.GET, "/api/rooms/den/health", "").getInteger("players"));
            ann.say(new ClientMessage.Goodbye()).until(PilotClient::closed);
        }
    }

    @Test
    void aRoomOnDemandStaysForWhoOnlyWatchesAndClosesOnceTheyAreGone() {
        serve(start().with(new Upkeep(20, 100, Integer.MAX_VALUE)));
        ask(HttpMethod.POST, "/api/rooms", "{\"name\":\"den\",\"capacity\":4,\"bots\":2}");
        PilotClient eve = connect("den").answering().say(person("", "").watching());
        eve.until(pilot -> pilot.closed() || pilot.snapshots() > 120);
        assertFalse(eve.closed(), "it was closed under who watched it");
        eve.say(new ClientMessage.Goodbye()).until(PilotClient::closed);
        while (status(HttpMethod.GET, "/api/rooms/den") == 200) {
            assertEquals(200, status(HttpMethod.GET, "/api/rooms"));
        }
    }

    @Test
    void aDrainingServerSaysSoByItsStatus() {
        Server server = serve(start());
        assertEquals(200, status(HttpMethod.GET, "/health"));
        PilotClient ann = fly("arena", "");
        done(server.drain(0));
        assertEquals(503, status(HttpMethod.GET, "/health"));
        assertEquals("draining", ask(HttpMethod.GET, "/health", "").getString("status"));
        ann.until(PilotClient::closed);
        assertEquals(Refusal.DRAINING.closeCode(), ann.closeCode());
    }

    @Test
    void aMethodThatIsNotThereIsRefusedWithThoseThatAre() {
        serve(start());
        assertEquals(200, status(HttpMethod.HEAD, "/api/rooms"));
        assertEquals(200, status(HttpMethod.HEAD, "/health"));
        assertEquals(200, status(HttpMethod.HEAD, "/play/arena"));
        assertEquals(200, status(HttpMethod.HEAD, "/"));
        String allowed =
                done(
                        http.request(HttpMethod.DELETE, port, "127.0.0.1", "/api/rooms")
                                .compose(request -> request.send())
                                .map(response -> response.getHeader("Allow")));
        assertEquals("GET, HEAD, POST", allowed);
        assertEquals(405, status(HttpMethod.DELETE, "/api/rooms"));
        assertEquals(405, status(HttpMethod.POST, "/health"));
        assertEquals(405, status(HttpMethod.PUT, "/api/rooms/arena/me"));
        assertEquals(404, status(HttpMethod.GET, "/api/nothing"));
    }

    @Test
    void theGaugesOfARoomAreThere() {
        serve(start());
        PilotClient ann = fly("arena", "");
        for (int seconds = 1; seconds <= 3; seconds++) {
            int shown = 20 * seconds; // more would come only to who says what it has seen
            ann.until(pilot -> pilot.snapshots() > shown);
            ann.say(new ClientMessage.Commands(ann.mirror().tick(), 0, new int[0]));
        }
        JsonObject health = ask(HttpMethod.GET, "/api/rooms/arena/health", "");
        assertEquals(1, health.getInteger("people"));
        assertEquals(1, health.getInteger("viewers"));
        assertTrue(health.getLong("snapshots") > 0);
        assertTrue(health.getJsonObject("tickLate").getLong("count") > 60);
        assertTrue(health.getJsonObject("tickTook").getInteger("p99Micros") > 0);
        assertEquals(3, health.getJsonObject("reliefsTaken").size());
        assertEquals(404, status(HttpMethod.GET, "/api/rooms/nowhere/health"));
    }
}

package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomTiming;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpMethod;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A room that is asked and gone, or too busy, is an ordinary outcome and no bug of ours. */
@ExtendWith(VertxExtension.class)
class UnansweringRoomTest {
    private Vertx vertx;
    private HttpClientAgent http;
    private String token;
    private int port;

    @BeforeEach
    void start(Vertx given) {
        vertx = given;
        http = given.createHttpClient();
        var settings = new Server.Start("127.0.0.1", 0, "arena", 4, Arenas.lone(4, 60), 7);
        port = done(Server.start(given, settings, 1)).port();
        PilotClient ann = PilotClient.connect(given, port, "arena").say(hello("ann", ""));
        token = ann.until(PilotClient::welcomed).welcome().token();
        ann.close();
    }

    @AfterEach
    void hangUp() {
        done(http.close());
    }

    /** The gateway is told of a room of that name, whatever becomes of what it is asked. */
    private void announce(String room) {
        var venue = new Venue(room, "ffa", 4, false, true, RoomTiming.STANDARD, Arenas.lone(4, 60));
        var news = new LobbyNews.Opened(venue);
        vertx.eventBus().publish(LobbyNews.ADDRESS, news, ByReference.DELIVERY);
    }

    private int status(String path) {
        return done(
                http.request(HttpMethod.GET, port, "127.0.0.1", path)
                        .map(request -> request.putHeader("Authorization", "Bearer " + token))
                        .compose(request -> request.send().map(answer -> answer.statusCode())));
    }

    private void assertAnswers(int wanted, String room) {
        String path = "/api/rooms/" + room;
        assertEquals(wanted, status(path));
        assertEquals(wanted, status(path + "/health"));
        assertEquals(wanted, status(path + "/me"));
        assertEquals(200, status("/api/rooms"));
    }

    @Test
    void aRoomThatIsGoneIsNotThere() {
        announce("gone");
        assertAnswers(404, "gone");
    }

    @Test
    void aRoomThatFailedAndIsNotReplacedYetIsNotThere() {
        vertx.eventBus()
                .localConsumer(RoomAddress.commands("failed"), asked -> asked.fail(0, "closed"));
        announce("failed");
        assertAnswers(404, "failed");
    }

    @Test
    void aRoomThatIsTooBusyIsAskedLater() {
        vertx.eventBus().localConsumer(RoomAddress.commands("busy"), asked -> {});
        announce("busy");
        assertAnswers(503, "busy");
    }
}

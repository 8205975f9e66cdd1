package dev.apsis.app;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.log.Ear;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the log tells of rooms that come and go. */
@ExtendWith(VertxExtension.class)
class LobbyJournalTest {
    private final Ear ear = new Ear(Lobby.class);

    @AfterEach
    void listenNoMore() {
        ear.close();
    }

    @Test
    void aRoomThatOpensAndClosesIsToldOf(Vertx vertx) {
        var upkeep = new Upkeep(20, /* emptyRounds= */ 1, Integer.MAX_VALUE);
        var settings = new Server.Start("127.0.0.1", 0, "arena", 2, Arenas.lone(2, 60), 7);
        int port = done(Server.start(vertx, settings.with(upkeep), 1)).port();
        assertEquals("CONFIG: room opened room=arena match=arena.1 mode=ffa", ear.next());

        String wish = "{\"name\":\"den\"}";
        var http = vertx.createHttpClient();
        int status =
                done(
                        http.request(HttpMethod.POST, port, "127.0.0.1", "/api/rooms")
                                .compose(request -> request.send(wish))
                                .map(HttpClientResponse::statusCode));
        assertEquals(201, status);
        assertEquals("CONFIG: room opened room=den match=den.2 mode=ffa", ear.next());
        assertEquals("CONFIG: room closed room=den match=den.2", ear.next());
    }
}

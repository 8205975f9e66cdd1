package dev.apsis.app;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.apsis.log.Tag;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.StringJoiner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the log tells of rooms that come and go. */
@ExtendWith(VertxExtension.class)
class LobbyJournalTest {
    private final Logger logger = Logger.getLogger(Lobby.class.getName());
    private final Ear ear = new Ear();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ALL);
        logger.addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(ear);
        logger.setLevel(null);
    }

    @Test
    void aRoomThatOpensAndClosesIsToldOf(Vertx vertx) throws InterruptedException {
        var upkeep = new Upkeep(20, /* emptyRounds= */ 1, Integer.MAX_VALUE);
        var settings = new Server.Start("127.0.0.1", 0, "arena", 2, Arenas.lone(2, 60), 7);
        int port = done(Server.start(vertx, settings.with(upkeep), 1)).port();
        assertEquals("room opened room=arena match=arena.1 mode=ffa", ear.next());

        String wish = "{\"name\":\"den\"}";
        var http = vertx.createHttpClient();
        int status =
                done(
                        http.request(HttpMethod.POST, port, "127.0.0.1", "/api/rooms")
                                .compose(request -> request.send(wish))
                                .map(HttpClientResponse::statusCode));
        assertEquals(201, status);
        assertEquals("room opened room=den match=den.2 mode=ffa", ear.next());
        assertEquals("room closed room=den match=den.2", ear.next());
    }

    /** Hears what is logged, without its time and level. Shared by all threads. */
    private static final class Ear extends Handler {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            String line = lines.poll(20, TimeUnit.SECONDS);
            assertNotEquals(null, line, "nothing is told");
            return String.valueOf(line);
        }

        @Override
        public void publish(LogRecord line) {
            var words = new StringJoiner(" ").add(line.getMessage());
            for (Object about : line.getParameters()) {
                if (about instanceof Tag(String name, Object value)) {
                    words.add(name + '=' + value);
                }
            }
            lines.add(words.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

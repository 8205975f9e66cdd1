package dev.apsis;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.app.Server;
import dev.apsis.protocol.orbit.Arena;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A server that goes and comes again finds its people waiting. */
class RestartIT {
    private static final Arena CALM = new Arena(800, 60, List.of());

    private static final String FLIES_AGAIN =
            "() => document.body.dataset.status === 'flying' && document.body.dataset.ship";

    @Test
    void thePageComesBackByItself() {
        try (Chromium chromium = Chromium.open()) {
            Vertx first = Vertx.vertx();
            int port = done(start(first, 0)).port();
            String address = "http://127.0.0.1:" + port;
            try (Visitor visitor = Visitor.atDesk(chromium, address)) {
                visitor.open("/play/arena?name=ann").untilFlying();
                done(first.close());
                visitor.page().waitForFunction("() => document.body.dataset.status !== 'flying'");
                visitor.photograph("lost");
                Vertx second = Vertx.vertx();
                assertEquals(port, done(start(second, port)).port());
                visitor.page().waitForFunction(FLIES_AGAIN);
                visitor.photograph("back");
                done(second.close());
            }
        }
    }

    private static Future<Server> start(Vertx vertx, int port) {
        return Server.start(vertx, new Server.Start("127.0.0.1", port, "arena", 2, CALM, 7), 1);
    }
}

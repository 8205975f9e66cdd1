package dev.apsis;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;

import org.junit.jupiter.api.Test;

/** A server that goes and comes again finds its people waiting. */
class RestartIT {
    private static final String FLIES_AGAIN =
            "() => document.body.dataset.status === 'flying' && document.body.dataset.ship";

    @Test
    void thePageComesBackByItself() {
        try (Chromium chromium = Chromium.open()) {
            Vertx first = Vertx.vertx();
            int port = done(Grounds.serve(first, 0, 2, 1)).port();
            String address = "http://127.0.0.1:" + port;
            try (Visitor visitor = Visitor.atDesk(chromium, address)) {
                visitor.open("/play/arena?name=ann").untilFlying();
                done(first.close());
                visitor.page().waitForFunction("() => document.body.dataset.status !== 'flying'");
                visitor.photograph("lost");
                Vertx second = Vertx.vertx();
                assertEquals(port, done(Grounds.serve(second, port, 2, 1)).port());
                visitor.page().waitForFunction(FLIES_AGAIN);
                visitor.photograph("back");
                done(second.close());
            }
        }
    }
}

package dev.apsis;

import static dev.apsis.PilotClient.done;

import dev.apsis.app.Server;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;

import io.vertx.core.Vertx;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Whoever falls into the star is told so, and flies again. */
class WreckIT {
    /** So much star that nobody who slows down stays out of it. */
    private static final Arena FURNACE =
            new Arena(900, 60, List.of(new Body(Body.Type.STAR, 380, 100_000_000, -1, 0, 0, 0)));

    private static final String WRECKED =
            "() => document.querySelector('.wreck:not([hidden])') !== null";

    @Test
    void aDeathHasItsCardAndItsEnd() {
        Vertx vertx = Vertx.vertx();
        var start = new Server.Start("127.0.0.1", 0, "arena", 2, FURNACE, 7);
        String address = "http://127.0.0.1:" + done(Server.start(vertx, start, 1)).port();
        try (Chromium chromium = Chromium.open();
                Visitor visitor = Visitor.atDesk(chromium, address)) {
            visitor.open("/play/arena?name=ann").untilFlying();
            visitor.hold("ArrowDown", WRECKED);
            visitor.photograph("wreck");
            visitor.untilFlying();
            visitor.page().waitForFunction("() => document.querySelector('.wreck[hidden]')");
        } finally {
            done(vertx.close());
        }
    }
}

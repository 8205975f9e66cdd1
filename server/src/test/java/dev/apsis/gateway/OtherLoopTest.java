package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.apsis.PilotClient;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Two gateways of one server, each with a port of its own, so that a test says on which event loop
 * a socket is: where they share one Vert.x chooses.
 */
@ExtendWith(VertxExtension.class)
class OtherLoopTest {
    /** Of the gateways that were opened, and of who asked to play. */
    private final List<Thread> opened = new CopyOnWriteArrayList<>();

    private final List<Thread> served = new CopyOnWriteArrayList<>();
    private Vertx vertx;
    private Doors doors;

    @BeforeEach
    void open(Vertx given) {
        vertx = given;
        SoleRoom.open(given, System::nanoTime);
        doors = SoleRoom.doors(this::note);
    }

    /** An annex that only looks who is served where. */
    private void note(Vertx ignored, Router router, Post post) {
        opened.add(Thread.currentThread());
        router.route("/play/*")
                .handler(
                        context -> {
                            served.add(Thread.currentThread());
                            context.next();
                        });
    }

    private int openGateway() {
        var gateway = new GatewayVerticle(doors);
        done(vertx.deployVerticle(gateway));
        return gateway.port();
    }

    @Test
    void aTokenTakesTheSeatBackFromASocketOnAnotherLoop() {
        int here = openGateway();
        int there = openGateway();
        while (opened.getLast().equals(opened.getFirst())) {
            there = openGateway();
        }
        PilotClient first = PilotClient.connect(vertx, here, SoleRoom.NAME);
        first.say(hello("ann", "")).until(PilotClient::flies);
        PilotClient second = PilotClient.connect(vertx, there, SoleRoom.NAME);
        second.say(hello("ann", first.welcome().token())).until(PilotClient::flies);
        assertEquals(2, served.size());
        assertNotEquals(served.getFirst(), served.getLast());
        assertEquals(first.welcome().seat(), second.welcome().seat());
        first.until(PilotClient::closed);
        assertEquals(Refusal.REPLACED, first.refused().reason());
        first.close();
        second.close();
    }
}

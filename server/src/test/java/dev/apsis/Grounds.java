package dev.apsis;

import static dev.apsis.PilotClient.done;

import dev.apsis.app.Server;
import dev.apsis.protocol.orbit.Arena;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.List;

/**
 * A browser, and a server of its own with one room where nothing kills and everybody is in sight:
 * for tests of doors, hands and links. Owned by one test class.
 */
final class Grounds implements AutoCloseable {
    static final Arena CALM = new Arena(800, 60, List.of());

    private final Chromium chromium;
    private final Vertx vertx;
    private final int port;

    private Grounds(Chromium chromium, Vertx vertx, int port) {
        this.chromium = chromium;
        this.vertx = vertx;
        this.port = port;
    }

    /** Where no browser is this skips or fails, as {@link Chromium#open} says. */
    static Grounds open(int capacity, int gateways) {
        Chromium chromium = Chromium.open();
        Vertx vertx = Vertx.vertx();
        int port = done(serve(vertx, 0, capacity, gateways)).port();
        return new Grounds(chromium, vertx, port);
    }

    /** Such a server by itself; port 0 is any. */
    static Future<Server> serve(Vertx vertx, int port, int capacity, int gateways) {
        var start = new Server.Start("127.0.0.1", port, "arena", capacity, CALM, 7);
        return Server.start(vertx, start, gateways);
    }

    Chromium chromium() {
        return chromium;
    }

    Vertx vertx() {
        return vertx;
    }

    int port() {
        return port;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    Visitor desk() {
        return Visitor.atDesk(chromium, address());
    }

    Visitor phone(int width, int height) {
        return Visitor.withPhone(chromium, address(), width, height);
    }

    @Override
    public void close() {
        done(vertx.close());
        chromium.close();
    }
}

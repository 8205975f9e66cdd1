package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.GameSettings;
import dev.apsis.store.AddressRange;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Connections of any kind at a real door, which a proxy says come from somewhere. */
@ExtendWith(VertxExtension.class)
class ThresholdTest {
    private static final int MOST = 512;
    private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: apsis\r\n\r\n";

    private final List<Socket> open = new ArrayList<>();
    private int port;

    @BeforeEach
    void start(Vertx vertx) {
        var game = GameSettings.freeForAll(Arenas.lone(4, 60), 4);
        var proxy = AddressRange.parse("127.0.0.1").orElseThrow();
        Server.Start settings =
                new Server.Start("127.0.0.1", 0, Set.of(), "arena", game, 0, 7)
                        .with(new Approach(null, List.of(proxy), /* proxyProtocol= */ true));
        port = done(Server.start(vertx, settings, 1)).port();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private Socket connect(String from) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        say(socket, "PROXY TCP4 " + from + " 192.0.2.1 5000 443\r\n");
        return socket;
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    /** The first byte of an answer; -1 from who was turned away. */
    private static int answer(Socket socket) throws IOException {
        say(socket, HEALTH);
        return socket.getInputStream().read();
    }

    private void fill(String from) throws IOException {
        for (int i = 0; i < MOST; i++) {
            assertEquals('H', answer(connect(from)));
        }
    }

    @Test
    void nobodyAloneFillsTheServer() throws Exception {
        fill("203.0.113.7");
        assertEquals(-1, connect("203.0.113.7").getInputStream().read());
        assertEquals('H', answer(connect("203.0.113.8")), "others are not hindered");
    }

    @Test
    void thisMachineIsNotBounded() throws Exception {
        fill("127.0.0.1");
        assertEquals('H', answer(connect("127.0.0.1")));
    }

    @Test
    void whoLeavesMakesRoom() throws Exception {
        fill("203.0.113.7");
        assertEquals(-1, connect("203.0.113.7").getInputStream().read());
        for (Socket socket : open) {
            socket.close();
        }
        int tries = 0;
        while (answer(connect("203.0.113.7")) != 'H') {
            assertTrue(++tries < MOST, "nobody ever gets in again");
        }
    }
}

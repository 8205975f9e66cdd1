package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.Handshake;
import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a request and its answer agree on before a WebSocket's first frame, by their headers. */
@ExtendWith(VertxExtension.class)
class UpgradeTest {
    private int port;

    @BeforeEach
    void start(Vertx vertx) {
        var settings = new Server.Start("127.0.0.1", 0, "arena", 2, Arenas.lone(2, 60), 7);
        port = done(Server.start(vertx, settings, 1)).port();
    }

    /** A lane past the codec would read compressed frames as if they were not. */
    @Test
    void whoOffersCompressionGetsNone() throws IOException {
        try (Socket socket = Handshake.connect(port)) {
            Handshake.send(
                    socket,
                    "Sec-WebSocket-Protocol: apsis.v1",
                    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits,"
                            + " deflate-frame");
            String answer = Handshake.answer(socket.getInputStream()).toLowerCase(Locale.ROOT);
            assertTrue(answer.startsWith("http/1.1 101 "), answer);
            assertTrue(answer.contains("\r\nsec-websocket-protocol: apsis.v1\r\n"), answer);
            assertFalse(answer.contains("sec-websocket-extensions"), answer);
        }
    }

    /** No letter comes first: nobody knows in which tongue. */
    @ParameterizedTest
    @ValueSource(strings = {"Accept: */*", "Sec-WebSocket-Protocol: apsis.v0, chat"})
    void whoAsksForNoTongueOfOursIsToldByTheCloseOnly(String header) throws IOException {
        var close = new ByteArrayOutputStream();
        close.writeBytes(new byte[] {(byte) 0x88, 2 + 11, 4011 >> 8, (byte) 4011});
        close.writeBytes("subprotocol".getBytes(StandardCharsets.US_ASCII));
        try (Socket socket = Handshake.connect(port)) {
            Handshake.send(socket, header);
            String answer = Handshake.answer(socket.getInputStream()).toLowerCase(Locale.ROOT);
            assertTrue(answer.startsWith("http/1.1 101 "), answer);
            assertFalse(answer.contains("sec-websocket-protocol"), answer);
            byte[] said = socket.getInputStream().readNBytes(close.size());
            assertArrayEquals(close.toByteArray(), said);
        }
    }
}

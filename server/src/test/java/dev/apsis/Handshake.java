package dev.apsis;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The words that open a WebSocket, for tests that write all that follows byte by byte. */
public final class Handshake {
    private static final String HEAD =
            """
            GET /play/arena HTTP/1.1
            Host: 127.0.0.1
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Protocol: apsis.v1+json

            """
                    .replace("\n", "\r\n");

    private Handshake() {}

    /** Asks to play in the arena, in JSON. */
    public static void send(Socket socket) throws IOException {
        socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
    }
}

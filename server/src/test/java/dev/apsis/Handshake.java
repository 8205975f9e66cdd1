package dev.apsis;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The words that open a WebSocket, for tests that write all that follows byte by byte. */
public final class Handshake {
    private static final String END = "\r\n";
    private static final String HEAD =
            """
            GET /play/arena HTTP/1.1
            Host: 127.0.0.1
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            Sec-WebSocket-Version: 13
            """
                    .replace("\n", END);

    private static final int PATIENCE_MILLIS = 20_000;

    private Handshake() {}

    /** A socket that nothing was said on yet. */
    public static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Asks to play in the arena, in JSON. */
    public static void send(Socket socket) throws IOException {
        send(socket, "Sec-WebSocket-Protocol: apsis.v1+json");
    }

    /** Asks to play in the arena, with such headers beside those that every WebSocket needs. */
    public static void send(Socket socket, String... headers) throws IOException {
        var words = new StringBuilder(HEAD);
        for (String header : headers) {
            words.append(header).append(END);
        }
        words.append(END);
        socket.getOutputStream().write(words.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** The server's answer, up to where its frames begin. */
    public static String answer(InputStream in) throws IOException {
        var words = new StringBuilder();
        while (words.indexOf(END + END) < 0) {
            int read = in.read();
            if (read < 0) {
                throw new EOFException("it hung up after '" + words + "'");
            }
            words.append((char) read);
        }
        return words.toString();
    }
}

package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.Handshake;
import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Frames that break WebSocket's own rules, byte by byte, and how the server closes on them. */
@ExtendWith(VertxExtension.class)
class FrameRulesTest {
    private static final int MASKED = 0x80;
    private static final int CLOSE = 8;

    private int port;

    /** How the server closed. */
    private record Close(int code, String reason) {}

    @BeforeEach
    void start(Vertx vertx) {
        var settings = new Server.Start("127.0.0.1", 0, "arena", 2, Arenas.lone(2, 60), 7);
        port = done(Server.start(vertx, settings, 1)).port();
    }

    private Close closeAfter(byte[]... frames) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            Handshake.send(socket);
            var in = new DataInputStream(socket.getInputStream());
            skipHead(in);
            for (byte[] frame : frames) {
                socket.getOutputStream().write(frame);
            }
            return readClose(in);
        }
    }

    private static void skipHead(DataInputStream in) throws IOException {
        int ends = 0;
        while (ends < 4) {
            int read = in.readUnsignedByte();
            ends = read == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : 0;
        }
    }

    private static Close readClose(DataInputStream in) throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 15;
            int length = in.readUnsignedByte();
            length = length == 126 ? in.readUnsignedShort() : length;
            byte[] body = in.readNBytes(length);
            if (opcode == CLOSE) {
                int code = ((body[0] & 255) << 8) | (body[1] & 255);
                String reason = new String(body, 2, length - 2, StandardCharsets.UTF_8);
                return new Close(code, reason);
            }
        }
    }

    /** A frame whose mask is all zeros, so that its bytes are those of the body. */
    private static byte[] frame(int first, boolean masked, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream();
        out.write(first);
        int mask = masked ? MASKED : 0;
        if (bytes.length < 126) {
            out.write(mask | bytes.length);
        } else {
            out.write(mask | 126);
            out.write(bytes.length >> 8);
            out.write(bytes.length);
        }
        out.writeBytes(new byte[masked ? 4 : 0]);
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "not masked, 0x81, false, 2",
        "a reserved bit, 0xc1, true, 2",
        "an unknown opcode, 0x83, true, 2",
        "a frame that is too long, 0x81, true, 2000",
        "a continuation of nothing, 0x80, true, 2",
        "a ping that is too long, 0x89, true, 126",
        "a ping in fragments, 0x09, true, 2",
        "a close of one byte, 0x88, true, 1",
        "a message that is no JSON, 0x81, true, 3",
    })
    void whoBreaksThemIsToldAsAStrangerOfBadBytes(String what, String first, boolean masked, int n)
            throws IOException {
        Close close = closeAfter(frame(Integer.decode(first), masked, "a".repeat(n)));
        assertEquals(new Close(Refusal.MALFORMED.closeCode(), "malformed"), close, what);
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        Close close = closeAfter(frame(0x81, true, "\u00ff\u00fe"));
        assertEquals(new Close(Refusal.MALFORMED.closeCode(), "malformed"), close);
    }

    @Test
    void aGoodbyeIsAnsweredWithAGoodbye() throws IOException {
        String hello = "{\"kind\":\"hello\",\"name\":\"ann\"}";
        byte[] goodbye = frame(0x81, true, "{\"kind\":\"goodbye\"}");
        assertEquals(new Close(1000, "goodbye"), closeAfter(frame(0x81, true, hello), goodbye));
    }
}

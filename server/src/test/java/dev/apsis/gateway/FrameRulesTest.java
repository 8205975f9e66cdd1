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
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Frames that break WebSocket's own rules, byte by byte, and how the server closes on them. */
@ExtendWith(VertxExtension.class)
class FrameRulesTest {
    private static final int MASKED = 0x80;
    private static final int CLOSE = 8;
    private static final int MOST_TRIES = 500;

    private static final String PONG = "{\"kind\":\"pong\"";
    private static final byte[] HELLO = frame(0x81, true, "{\"kind\":\"hello\",\"name\":\"ann\"}");
    private static final byte[] GOODBYE = frame(0x81, true, "{\"kind\":\"goodbye\"}");

    private int port;

    /** How the server closed. */
    private record Close(int code, String reason) {}

    @BeforeEach
    void start(Vertx vertx) {
        var settings = new Server.Start("127.0.0.1", 0, "arena", 2, Arenas.lone(2, 60), 7);
        port = done(Server.start(vertx, settings, 1)).port();
    }

    /** A socket that has shaken hands. */
    private Socket connect() throws IOException {
        Socket socket = Handshake.connect(port);
        Handshake.send(socket);
        Handshake.answer(socket.getInputStream());
        return socket;
    }

    private Close closeAfter(byte[]... frames) throws IOException {
        try (Socket socket = connect()) {
            var in = new DataInputStream(socket.getInputStream());
            say(socket, frames);
            return readClose(in);
        }
    }

    private static Close readClose(DataInputStream in) throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 15;
            byte[] body = readBody(in);
            if (opcode == CLOSE) {
                int code = ((body[0] & 255) << 8) | (body[1] & 255);
                String reason = new String(body, 2, body.length - 2, StandardCharsets.UTF_8);
                return new Close(code, reason);
            }
        }
    }

    private static byte[] readBody(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte();
        return in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
    }

    /** How often who is here was told before a message that begins so. */
    private static int listsBefore(DataInputStream in, String beginning) throws IOException {
        int lists = 0;
        String text = "";
        while (!text.startsWith(beginning)) {
            in.readUnsignedByte();
            text = new String(readBody(in), StandardCharsets.UTF_8);
            lists += text.startsWith("{\"kind\":\"people\"") ? 1 : 0;
        }
        return lists;
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
        assertEquals(new Close(1000, "goodbye"), closeAfter(HELLO, GOODBYE));
    }

    /** Else its words meet a closed door, and the reason is lost with the connection. */
    @Test
    void whoSpeaksOnIsHeardOutAndHangsUpItself() throws IOException {
        byte[] words = frame(0x82, true, "a".repeat(1000));
        try (Socket socket = connect()) {
            var in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write(frame(0x81, true, "{\"kind\":\"nonsense\"}"));
            Close close = readClose(in);
            connect().close(); // the server's one loop has done all it had to do for this one
            for (int i = 0; i < 100; i++) {
                socket.getOutputStream().write(words);
            }
            socket.getOutputStream().write(frame(0x88, true, ""));

            assertEquals(new Close(Refusal.MALFORMED.closeCode(), "malformed"), close);
            assertEquals("", new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aFrameThatIsFarTooLongIsReadAndRefused() throws IOException {
        Close close = closeAfter(frame(0x81, true, "a".repeat(60_000)));
        assertEquals(new Close(Refusal.MALFORMED.closeCode(), "malformed"), close);
    }

    @Test
    void soIsAMessageThatIsTooLongInPieces() throws IOException {
        String piece = "a".repeat(800);
        Close close = closeAfter(frame(0x01, true, piece), frame(0x80, true, piece));
        assertEquals(new Close(Refusal.MALFORMED.closeCode(), "malformed"), close);
    }

    @Test
    void aGoodMessageBeforeABadFrameDoesNotHideTheReason() throws IOException {
        byte[] bad = frame(0x83, true, "aa");
        var both = new ByteArrayOutputStream();
        both.writeBytes(HELLO);
        both.writeBytes(bad);
        Close close = closeAfter(both.toByteArray());
        assertEquals(new Close(Refusal.MALFORMED.closeCode(), "malformed"), close);
    }

    @Test
    void whoSaysLittleInManyBytesSaysTooMuch() throws IOException {
        byte[] ping = frame(0x81, true, "{\"kind\":\"ping\",\"serial\":1}" + " ".repeat(970));
        byte[][] many = new byte[20][];
        Arrays.fill(many, ping);
        assertEquals(new Close(Refusal.TOO_MUCH.closeCode(), "too_much"), closeAfter(many));
    }

    @Test
    void whoIsSentAwayLeavesItsSeatEvenIfItDoesNotHangUp() throws IOException {
        try (Socket rude = connect();
                Socket other = connect()) {
            rude.getOutputStream().write(HELLO);
            rude.getOutputStream().write(frame(0x81, true, "nonsense"));
            readClose(new DataInputStream(rude.getInputStream()));
            other.getOutputStream().write(HELLO);
            int code = Refusal.FULL.closeCode();
            for (int i = 0; i < MOST_TRIES && code == Refusal.FULL.closeCode(); i++) {
                code = closeAfter(HELLO, GOODBYE).code();
            }
            assertEquals(1000, code, "long before it is cut");
        }
    }

    @Test
    void lookingAgainIsAnsweredOnlyToWhoLookedAway() throws IOException {
        byte[] away = frame(0x81, true, "{\"kind\":\"pause\",\"on\":true}");
        byte[] look = frame(0x81, true, "{\"kind\":\"pause\",\"on\":false}");
        byte[] ping = frame(0x81, true, "{\"kind\":\"ping\",\"serial\":1}");
        try (Socket socket = connect()) {
            var in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write(HELLO);
            listsBefore(in, "{\"kind\":\"world\"");
            say(socket, look, look, look, ping);
            assertEquals(0, listsBefore(in, PONG));
            say(socket, away, look, look, ping);
            assertEquals(1, listsBefore(in, PONG));
        }
    }

    private static void say(Socket socket, byte[]... frames) throws IOException {
        for (byte[] frame : frames) {
            socket.getOutputStream().write(frame);
        }
    }
}

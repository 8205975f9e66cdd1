package dev.apsis.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.net.NetServer;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Our own sockets against those of Vert.x, which many others have tried before. */
@ExtendWith(VertxExtension.class)
class LeanSocketTest {
    private static final String SUBPROTOCOL = "test.v1";
    private static final int MOST_TURNS = 20_000;

    private final Witness listener = new Witness();
    private final BlockingQueue<String> serverHeard = new LinkedBlockingQueue<>();
    private Vertx vertx;
    private SocketLoop loop;

    @BeforeEach
    void start(Vertx given) throws IOException {
        vertx = given;
        loop = new SocketLoop(1);
    }

    @AfterEach
    void stop() throws IOException {
        loop.close();
    }

    @Test
    void aMessageGoesThereAndBack() throws IOException {
        LeanSocket socket = connect(echo());
        byte[] message = {1, 2, 3};
        until(() -> listener.opened);
        socket.say(message, message.length);
        until(() -> !listener.messages.isEmpty());

        assertArrayEquals(message, listener.messages.getFirst());
    }

    @Test
    void messagesOfAllSizesComeBackAsTheyWere() throws IOException {
        LeanSocket socket = connect(echo());
        until(() -> listener.opened);
        var random = new SplittableRandom(5);
        List<byte[]> said = new ArrayList<>();
        for (int length : new int[] {0, 1, 125, 126, 127, 4096, 40_000}) {
            byte[] message = new byte[length];
            random.nextBytes(message);
            said.add(message);
            socket.say(message, length);
        }
        until(() -> listener.messages.size() == said.size());

        for (int i = 0; i < said.size(); i++) {
            assertArrayEquals(said.get(i), listener.messages.get(i));
        }
    }

    @Test
    void aMessageInPartsIsHeardAsOne() throws IOException {
        connect(
                socket -> {
                    socket.writeFrame(WebSocketFrame.binaryFrame(Buffer.buffer("ab"), false));
                    socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(), false));
                    socket.writePing(Buffer.buffer("in between"));
                    socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("c"), true));
                    socket.writeFrame(WebSocketFrame.binaryFrame(Buffer.buffer(), false));
                    socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("d"), true));
                });
        until(() -> listener.messages.size() == 2);

        assertArrayEquals(new byte[] {'a', 'b', 'c'}, listener.messages.get(0));
        assertArrayEquals(new byte[] {'d'}, listener.messages.get(1));
    }

    @Test
    void aBigMessageArrivesWhole() throws IOException {
        byte[] big = new byte[700_000];
        Arrays.fill(big, (byte) 9);
        connect(socket -> socket.writeFrame(WebSocketFrame.binaryFrame(Buffer.buffer(big), true)));
        until(() -> !listener.messages.isEmpty());

        assertArrayEquals(big, listener.messages.getFirst());
    }

    @Test
    void aMessageBeyondAllBoundsEndsTheSocket() throws IOException {
        byte[] big = new byte[(1 << 20) + 1];
        connect(socket -> socket.writeFrame(WebSocketFrame.binaryFrame(Buffer.buffer(big), true)));
        until(() -> listener.code != 0);

        assertEquals(1006, listener.code);
        assertTrue(listener.why.startsWith("a frame of "), listener.why);
    }

    @Test
    void aPingIsAnsweredWithItsOwnWords() throws IOException {
        connect(
                socket -> {
                    socket.pongHandler(pong -> serverHeard.add(pong.toString()));
                    socket.writePing(Buffer.buffer("are you there?"));
                });
        until(() -> !serverHeard.isEmpty());

        assertEquals("are you there?", serverHeard.peek());
    }

    @Test
    void aCloseCodeIsHeardWithItsReason() throws IOException {
        connect(socket -> socket.close((short) 4002, "the room is full"));
        until(() -> listener.code != 0);

        assertEquals(4002, listener.code);
        assertEquals("the room is full", listener.why);
    }

    @Test
    void theServerHearsOurGoodbye() throws IOException {
        LeanSocket socket =
                connect(
                        opened ->
                                opened.closeHandler(
                                        closed -> serverHeard.add("" + opened.closeStatusCode())));
        until(() -> listener.opened);
        socket.close();
        until(() -> !serverHeard.isEmpty());

        assertEquals("1000", serverHeard.peek());
        assertEquals(1000, listener.code);
    }

    @Test
    void anotherSubprotocolIsRefused() throws IOException {
        URI server = listen(socket -> {});
        loop.connect(server, "other.v1", listener);
        until(() -> listener.code != 0);

        assertTrue(listener.why.contains("other.v1"), listener.why);
    }

    @Test
    void whatIsNoWebSocketIsRefusedInTheServersWords() throws IOException {
        HttpServer server = vertx.createHttpServer();
        server.requestHandler(request -> request.response().setStatusCode(404).end());
        int port = server.listen(0, "127.0.0.1").await().actualPort();
        loop.connect(URI.create("ws://127.0.0.1:" + port + "/"), SUBPROTOCOL, listener);
        until(() -> listener.code != 0);

        assertEquals("the server answered 404 Not Found", listener.why);
    }

    @Test
    void anAnswerToSomebodyElsesKeyIsRefused() throws IOException {
        NetServer server = vertx.createNetServer();
        server.connectHandler(
                socket ->
                        socket.write(
                                """
                                HTTP/1.1 101 Switching Protocols\r
                                Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
                                Sec-WebSocket-Protocol: test.v1\r
                                \r
                                """));
        int port = server.listen(0, "127.0.0.1").await().actualPort();
        loop.connect(URI.create("ws://127.0.0.1:" + port + "/"), SUBPROTOCOL, listener);
        until(() -> listener.code != 0);

        assertEquals("the server did not answer to our key", listener.why);
    }

    @Test
    void aServerThatHangsUpIsNoticed() throws IOException {
        connect(socket -> socket.end());
        until(() -> listener.code != 0);
        assertTrue(listener.closedOnce, "once");
    }

    private URI echo() {
        return listen(
                socket ->
                        socket.binaryMessageHandler(message -> socket.writeBinaryMessage(message)));
    }

    private LeanSocket connect(Consumer<ServerWebSocket> server) throws IOException {
        return connect(listen(server));
    }

    private LeanSocket connect(URI server) throws IOException {
        return loop.connect(server, SUBPROTOCOL, listener);
    }

    private URI listen(Consumer<ServerWebSocket> server) {
        int port =
                vertx.createHttpServer(
                                new HttpServerOptions()
                                        .addWebSocketSubProtocol(SUBPROTOCOL)
                                        .setMaxWebSocketFrameSize(1 << 21)
                                        .setMaxWebSocketMessageSize(1 << 21))
                        .webSocketHandler(server::accept)
                        .listen(0, "127.0.0.1")
                        .await()
                        .actualPort();
        return URI.create("ws://127.0.0.1:" + port + "/");
    }

    private void until(BooleanSupplier condition) throws IOException {
        for (int turns = 0; !condition.getAsBoolean(); turns++) {
            assertTrue(turns < MOST_TURNS, "it never came");
            loop.turn(1);
        }
    }
}

package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.door.Doorstep;
import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.Notice;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What must not be lost, on a real socket that is busy for a turn of its event loop. */
@ExtendWith(VertxExtension.class)
class SocketLineTest {
    private static final byte[] PING = {(byte) 0x89, 0};
    private static final ServerMessage SHORT = new Chat(1, false, "hi");
    private static final ServerMessage LONG = new Notice("x".repeat(500));

    private final List<Refusal> refusals = new ArrayList<>();
    private PilotClient client;
    private Farewell farewell;
    private SocketLine line;

    @BeforeEach
    void connect(Vertx vertx) throws Exception {
        Promise<Farewell> accepted = Promise.promise();
        var options =
                new HttpServerOptions()
                        .addWebSocketSubProtocol(Wire.SUBPROTOCOL)
                        .setIdleTimeout(60); // which players' lines take off
        HttpServer server =
                Doorstep.server(vertx, options)
                        .requestHandler(
                                asked ->
                                        asked.toWebSocket()
                                                .map(socket -> new Farewell(socket, asked))
                                                .onComplete(accepted));
        int port = done(server.listen(0, "127.0.0.1")).actualPort();
        client = PilotClient.connect(vertx, port, "arena");
        farewell = done(accepted.future());
        line = farewell.channel().eventLoop().submit(this::open).get(10, TimeUnit.SECONDS);
    }

    private SocketLine open() {
        Lane lane = Lane.open(farewell.channel());
        return new SocketLine(farewell, Tongue.BINARY, lane, refusals::add);
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    private void inOneTurn(Runnable work) throws Exception {
        farewell.channel().eventLoop().submit(work).get(10, TimeUnit.SECONDS);
    }

    /** From here to the end of the turn the system has something left to take. */
    private void clog() {
        ChannelHandlerContext behind = farewell.channel().pipeline().context("wsdecoder");
        ChannelFuture unused = behind.write(Unpooled.copiedBuffer(PING));
        assertTrue(line.busy());
    }

    private void say(int times, ServerMessage message) {
        var utterance = new Utterance(message);
        for (int i = 0; i < times; i++) {
            line.say(utterance);
        }
    }

    private void assertSlow() {
        client.until(PilotClient::closed);
        assertEquals(4014, client.closeCode());
        assertEquals(List.of(Refusal.SLOW), refusals);
    }

    @Test
    void soManyMessagesWaitAndWithOneMoreItIsClosed() throws Exception {
        inOneTurn(
                () -> {
                    clog();
                    say(SocketLine.MAX_WAITING, SHORT);
                    assertEquals(List.of(), refusals);
                    say(1, SHORT);
                });
        assertSlow();
        assertEquals(256, client.heard().size(), "what was said before is not lost");
    }

    @Test
    void soManyBytesWaitAndWithOneMoreMessageItIsClosed() throws Exception {
        int most = 64 * 1024 / LONG.toBytes().length;
        inOneTurn(
                () -> {
                    clog();
                    say(most, LONG);
                    assertEquals(List.of(), refusals);
                    say(1, LONG);
                });
        assertSlow();
    }

    @Test
    void whatTheSystemTookIsNotCountedAgain() throws Exception {
        for (int turn = 0; turn < 3; turn++) {
            inOneTurn(
                    () -> {
                        say(1, SHORT);
                        clog();
                        say(SocketLine.MAX_WAITING, SHORT);
                    });
            int heard = (turn + 1) * (1 + SocketLine.MAX_WAITING);
            client.until(pilot -> pilot.heard().size() == heard);
        }
        assertEquals(List.of(), refusals);
    }
}

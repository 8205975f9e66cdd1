package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.door.Doorstep;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Who was told goodbye has some time to hang up by itself. */
@ExtendWith(VertxExtension.class)
class FarewellTest {
    private static final int NONE = -1;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Farewell.Gate gate = new Farewell.Gate();

    /** As Vert.x's: to who does not read it says goodbye for ever. */
    private static final class Polite extends ChannelOutboundHandlerAdapter {
        @Override
        public void close(ChannelHandlerContext context, ChannelPromise closed) {}
    }

    @BeforeEach
    void sayIt() {
        channel.pipeline().addLast("wsdecoder", new ChannelInboundHandlerAdapter());
        channel.pipeline().addLast("handler", new Polite());
        channel.pipeline().addBefore("handler", "farewell", gate);
        channel.freezeTime();
        gate.shut(channel.pipeline().context(gate));
    }

    private void pass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void whoDoesNotHangUpIsCut() {
        pass(Farewell.PATIENCE_SECONDS - 1);
        assertTrue(channel.isOpen());
        pass(1);
        assertFalse(channel.isOpen());
    }

    @Test
    void nothingElseIsHeardOfIt() {
        var late = new BinaryWebSocketFrame(Unpooled.buffer().writeByte(1));
        assertFalse(channel.writeInbound(late));
        assertEquals(0, late.refCnt());
        assertTrue(channel.isOpen());
    }

    @Test
    void whoHangsUpIsAnsweredSo() {
        channel.writeInbound(new CloseWebSocketFrame());
        assertFalse(channel.isOpen());
        assertNull(channel.readOutbound());
    }

    @Test
    void itFollowsTheDoorstep(Vertx vertx) {
        Promise<List<String>> handlers = Promise.promise();
        HttpServer server =
                Doorstep.server(vertx, new HttpServerOptions())
                        .requestHandler(
                                asked ->
                                        asked.toWebSocket()
                                                .map(socket -> new Farewell(socket, asked))
                                                .map(FarewellTest::handlers)
                                                .onComplete(handlers));
        int port = done(server.listen(0, "127.0.0.1")).actualPort();
        WebSocketClient client = vertx.createWebSocketClient();
        var socket = done(client.connect(port, "127.0.0.1", "/"));
        List<String> names = done(handlers.future());
        assertEquals("wsdecoder", names.getFirst(), names.toString());
        assertTrue(names.contains("farewell"), names.toString());
        assertFalse(names.contains("asked"), names.toString());
        done(socket.close());
        done(client.close());
    }

    private static List<String> handlers(Farewell farewell) {
        return farewell.channel().pipeline().names();
    }

    @Test
    void nothingWaitsForWhoIsGone() {
        var unused = channel.pipeline().firstContext().close();
        assertEquals(NONE, channel.runScheduledPendingTasks());
    }
}

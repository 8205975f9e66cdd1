package dev.apsis.door;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A connection and the decoder that Vert.x has there too, by a clock of their own. */
@ExtendWith(VertxExtension.class)
class DoorstepTest {
    private static final String REQUEST = "GET /health HTTP/1.1\r\nHost: apsis\r\n\r\n";
    private static final String POST =
            "POST /api/rooms HTTP/1.1\r\nHost: apsis\r\nContent-Length: 40\r\n\r\n{";
    private static final int PATIENCE = Doorstep.PATIENCE_SECONDS;

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void open() {
        channel.freezeTime();
        channel.pipeline().addLast("httpDecoder", new HttpRequestDecoder());
        Doorstep.guard(channel);
    }

    private void pass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    private void say(String words) {
        channel.writeInbound(Unpooled.copiedBuffer(words, StandardCharsets.US_ASCII));
        channel.inboundMessages().forEach(ReferenceCountUtil::release);
        channel.inboundMessages().clear();
    }

    /** A byte a second. */
    private void drip(String words, int seconds) {
        for (int i = 0; i < seconds; i++) {
            say(words.substring(i, i + 1));
            pass(1);
        }
    }

    @Test
    void whoAsksNothingIsCut() {
        pass(PATIENCE - 1);
        assertTrue(channel.isOpen());
        pass(1);
        assertFalse(channel.isOpen());
    }

    @Test
    void whoseRequestDripsInIsCut() {
        drip(REQUEST, PATIENCE - 1);
        assertTrue(channel.isOpen());
        pass(1);
        assertFalse(channel.isOpen());
    }

    @Test
    void aBodyBelongsToItsRequest() {
        pass(PATIENCE - 1);
        say(POST);
        pass(1);
        assertFalse(channel.isOpen());
    }

    @Test
    void whoHasAskedMayListenForLong() {
        say(REQUEST);
        pass(100 * PATIENCE);
        assertTrue(channel.isOpen());
    }

    @Test
    void eachRequestHasItsOwnTime() {
        for (int i = 0; i < 5; i++) {
            drip(REQUEST, PATIENCE - 1);
            say(REQUEST.substring(PATIENCE - 1));
        }
        pass(3);
        drip(REQUEST, PATIENCE);
        assertFalse(channel.isOpen());
    }

    @Test
    void aWebSocketIsFreeOfIt() {
        say(REQUEST);
        say("?");
        Doorstep.leave(channel);
        channel.pipeline().remove("httpDecoder");
        say("\u0001");
        pass(100 * PATIENCE);
        assertTrue(channel.isOpen());
    }

    @Test
    void aServersConnectionsBeginThere(Vertx vertx) {
        HttpServer server =
                Doorstep.server(vertx, new HttpServerOptions())
                        .requestHandler(asked -> asked.response().end(handlers(asked)));
        int port = done(server.listen(0, "127.0.0.1")).actualPort();
        HttpClientAgent http = vertx.createHttpClient();
        String told =
                done(http.request(HttpMethod.GET, port, "127.0.0.1", "/")
                                .compose(request -> request.send().compose(head -> head.body())))
                        .toString();
        assertTrue(told.contains(" doorstep httpDecoder asked "), told);
        done(http.close()); // a client that nobody holds is closed by the collector, meanwhile
    }

    @Test
    void whoAsksARealServerNothingIsCut(Vertx vertx) throws IOException {
        HttpServer server =
                Doorstep.server(vertx, new HttpServerOptions()).requestHandler(asked -> {});
        int port = done(server.listen(0, "127.0.0.1")).actualPort();
        try (var silent = new Socket(InetAddress.getLoopbackAddress(), port)) {
            silent.setSoTimeout((int) TimeUnit.SECONDS.toMillis(4 * PATIENCE));
            assertEquals(-1, silent.getInputStream().read());
        }
    }

    private static String handlers(HttpServerRequest asked) {
        var connection = (ConnectionBase) asked.connection();
        return " " + String.join(" ", connection.channel().pipeline().names()) + " ";
    }

    @Test
    void nothingIsLeftOfAConnectionThatIsGone() {
        var unused = channel.pipeline().firstContext().close();
        assertTrue(channel.runScheduledPendingTasks() < 0, "no clock runs on");
    }
}

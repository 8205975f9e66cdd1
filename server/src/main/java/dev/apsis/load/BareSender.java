package dev.apsis.load;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What a game server is measured against: one that plays no game. Sends frames of one size thirty
 * times a second to everybody, reads what comes and drops it. One instance per event loop; owned by
 * it.
 */
public final class BareSender extends VerticleBase {
    static final String SUBPROTOCOL = "bare.v1";

    private static final int FRAME_MILLIS = 33;
    private static final int MOST_BYTES = 1 << 16;

    private final String host;
    private final int port;
    private final byte[] frame;
    private final List<ServerWebSocket> sockets = new ArrayList<>();
    private @Nullable HttpServer server;

    /** A negative port is any free one, the same for all instances. */
    public BareSender(String host, int port, int bytes) {
        this.host = host;
        this.port = port;
        this.frame = new byte[Math.min(MOST_BYTES, bytes)];
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(FRAME_MILLIS, timer -> sendAll());
        HttpServer listening = vertx.createHttpServer(options()).webSocketHandler(this::welcome);
        server = listening;
        return listening.listen(port, host);
    }

    /** The port in use. */
    public int port() {
        return server == null ? -1 : server.actualPort();
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .addWebSocketSubProtocol(SUBPROTOCOL)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }

    private void welcome(ServerWebSocket socket) {
        sockets.add(socket);
        socket.binaryMessageHandler(dropped -> {});
        socket.closeHandler(closed -> sockets.remove(socket));
    }

    private void sendAll() {
        for (ServerWebSocket socket : sockets) {
            if (!socket.writeQueueFull()) {
                socket.writeBinaryMessage(Buffer.buffer(frame));
            }
        }
    }
}

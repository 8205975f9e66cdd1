package dev.apsis;

import static dev.apsis.PilotClient.done;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A proxy that breaks live connections in one way, as some on the way to a server do. */
public final class BrokenProxy {
    /** What it does to what goes through. */
    public enum Fault {
        /** Answers the WebSocket's upgrade with an error. */
        NO_UPGRADE,
        /** Passes a stream on only when so many bytes have come together. */
        BUFFERING,
        /** Everything takes 100 ms more, each way. */
        DELAY,
        /** Cuts every connection after 10 s. */
        DROP
    }

    private static final int HELD_BYTES = 64 * 1024;
    private static final int DELAY_MILLIS = 100;
    private static final int DROP_MILLIS = 10_000;
    private static final Buffer NO =
            Buffer.buffer(
                    String.join(
                            "\r\n",
                            "HTTP/1.1 400 Bad Request",
                            "Content-Length: 0",
                            "Connection: close",
                            "",
                            ""));

    private final Vertx vertx;
    private final Fault fault;
    private final int to;
    private final NetClient client;
    private final NetServer server;

    public BrokenProxy(Vertx vertx, Fault fault, int to) {
        this.vertx = vertx;
        this.fault = fault;
        this.to = to;
        this.client = vertx.createNetClient();
        this.server =
                done(vertx.createNetServer().connectHandler(this::join).listen(0, "127.0.0.1"));
    }

    public int port() {
        return server.actualPort();
    }

    private void join(NetSocket near) {
        near.pause();
        client.connect(to, "127.0.0.1")
                .onFailure(away -> near.close())
                .onSuccess(
                        far -> {
                            near.closeHandler(closed -> far.close());
                            far.closeHandler(closed -> near.close());
                            near.handler(bytes -> up(near, far, bytes));
                            far.handler(new Downwards(near)::pass);
                            if (fault == Fault.DROP) {
                                vertx.setTimer(DROP_MILLIS, late -> near.close());
                            }
                            near.resume();
                        });
    }

    private void up(NetSocket near, NetSocket far, Buffer bytes) {
        String words = bytes.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (fault == Fault.NO_UPGRADE && words.contains("\r\nupgrade: websocket")) {
            near.write(NO).onComplete(said -> near.close());
        } else {
            pass(far, bytes);
        }
    }

    private void pass(NetSocket socket, Buffer bytes) {
        if (fault == Fault.DELAY) {
            vertx.setTimer(DELAY_MILLIS, later -> socket.write(bytes));
        } else {
            socket.write(bytes);
        }
    }

    /** What comes down one connection; a stream is known by its head. Owned by the proxy's loop. */
    private final class Downwards {
        private final NetSocket near;
        private Buffer held = Buffer.buffer();
        private boolean holds;

        Downwards(NetSocket near) {
            this.near = near;
        }

        void pass(Buffer bytes) {
            holds |= bytes.toString(StandardCharsets.ISO_8859_1).contains("text/event-stream");
            if (fault != Fault.BUFFERING || !holds) {
                BrokenProxy.this.pass(near, bytes);
                return;
            }
            held.appendBuffer(bytes);
            if (held.length() >= HELD_BYTES) {
                near.write(held);
                held = Buffer.buffer();
            }
        }
    }
}

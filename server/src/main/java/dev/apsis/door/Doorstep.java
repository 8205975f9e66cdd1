package dev.apsis.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * How long a connection may take to say what it wants: who opens one and does not ask, or lets its
 * request drip in, is cut. Stands in front of HTTP's decoder, until the connection is a WebSocket.
 * Owned by the connection's event loop.
 *
 * <p>Vert.x only knows how long nothing comes at all, which a byte now and then avoids.
 */
public final class Doorstep extends ChannelInboundHandlerAdapter {
    /** From the connection's opening, or a later request's first byte, to its last one. */
    static final int PATIENCE_SECONDS = 10;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    private static final String DECODER = "httpDecoder";
    private static final String FIRST_BYTES = "doorstep";
    private static final String LAST_BYTES = "asked";

    private final ChannelHandlerContext decoder;
    private boolean asking;
    private long sinceNanos;
    private @Nullable ScheduledFuture<?> clock;

    private Doorstep(ChannelHandlerContext decoder) {
        this.decoder = decoder;
    }

    /** A server all of whose connections begin here; it speaks HTTP/1, without ALPN. */
    public static HttpServer server(Vertx vertx, HttpServerOptions options) {
        return server(vertx, options, anybody -> true);
    }

    /** One that may turn a connection away as soon as it is there. */
    public static HttpServer server(
            Vertx vertx, HttpServerOptions options, Predicate<ConnectionBase> admits) {
        options.setHttp2ClearTextEnabled(false); // to see which it is would wait for a first byte
        return vertx.createHttpServer(options)
                .connectionHandler(opened -> welcome((ConnectionBase) opened, admits));
    }

    private static void welcome(ConnectionBase opened, Predicate<ConnectionBase> admits) {
        if (admits.test(opened)) {
            guard(opened.channel());
        } else {
            ChannelFuture unused = opened.channel().close();
        }
    }

    /** A connection that was just opened. */
    static void guard(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        var doorstep = new Doorstep(pipeline.context(DECODER));
        pipeline.addBefore(DECODER, FIRST_BYTES, doorstep);
        pipeline.addAfter(DECODER, LAST_BYTES, doorstep.new Asked());
        doorstep.ask();
    }

    /** The connection is a WebSocket from here on. */
    public static void leave(Channel channel) {
        channel.pipeline().remove(FIRST_BYTES);
        channel.pipeline().remove(LAST_BYTES);
    }

    private void ask() {
        asking = true;
        sinceNanos = nanos();
        if (clock == null) {
            lookAfter(PATIENCE_NANOS);
        }
    }

    private long nanos() {
        return decoder.executor().ticker().nanoTime();
    }

    private void lookAfter(long nanos) {
        clock = decoder.executor().schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    }

    /** Looks at the clock, which nobody sets back while requests come and go. */
    private void look() {
        clock = null;
        if (!decoder.channel().config().isAutoRead()) {
            sinceNanos = nanos(); // it is us who do not read on, for there is much to answer first
        }
        long leftNanos = sinceNanos + PATIENCE_NANOS - nanos();
        if (asking && leftNanos > 0) {
            lookAfter(leftNanos);
        } else if (asking) {
            ChannelFuture unused = decoder.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!asking) {
            ask();
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    private void stop() {
        asking = false;
        if (clock != null) {
            clock.cancel(false);
            clock = null;
        }
    }

    /** Behind the decoder, where a request's end can be seen. */
    private final class Asked extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            asking &= !(part instanceof LastHttpContent);
            context.fireChannelRead(part);
        }
    }
}

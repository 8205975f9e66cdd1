package dev.apsis.gateway;

import dev.apsis.door.Doorstep;
import dev.apsis.protocol.message.Refusal;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.ws.WebSocketFrameImpl;
import io.vertx.core.net.impl.ConnectionBase;

import java.util.concurrent.TimeUnit;

/**
 * How a WebSocket ends from this side: the other one is told why, is not heard any more, hangs up,
 * and is cut if it does not. Owned by the socket's event loop.
 *
 * <p>Vert.x has this as well, but its clock runs on for sockets that were cut meanwhile, and
 * complains in the log when it is over; without a clock, and on who breaks WebSocket's rules, it
 * hangs up itself, at once, so that who was just saying something learns of a broken connection,
 * and not why.
 */
final class Farewell {
    static final int PATIENCE_SECONDS = 10;

    private final ServerWebSocket socket;
    private final Channel channel;
    private final Gate gate = new Gate();

    /** Of a socket that was just accepted, before it hears anything. */
    Farewell(ServerWebSocket socket, HttpServerRequest request) {
        this.socket = socket;
        this.channel = ((ConnectionBase) request.connection()).channel();
        Doorstep.leave(channel);
        channel.pipeline().addAfter("wsdecoder", "farewell", gate);
    }

    ServerWebSocket socket() {
        return socket;
    }

    /** What the socket is made of. */
    Channel channel() {
        return channel;
    }

    /** Who hears that the other one broke WebSocket's rules, after which it can't be read. */
    void whenBroken(Runnable listener) {
        gate.broken = listener;
    }

    void say(Refusal why) {
        say((short) why.closeCode(), why.word());
    }

    /** The first word is the last one. */
    void say(short code, String word) {
        if (!over()) {
            var reason = new CloseWebSocketFrame(code, word).content();
            var unused =
                    socket.writeFrame(new WebSocketFrameImpl(WebSocketFrameType.CLOSE, reason));
            gate.shut(channel.pipeline().context(gate));
        }
    }

    /** Whether nothing can be said any more. */
    boolean over() {
        return gate.shut || socket.isClosed() || !channel.isOpen();
    }

    /** Once shut it hears that the other one hangs up too, for some time, and nothing else. */
    static final class Gate extends ChannelInboundHandlerAdapter {
        private Runnable broken = () -> {};
        private boolean shut;

        void shut(ChannelHandlerContext here) {
            shut = true;
            ScheduledFuture<?> cut =
                    here.executor()
                            .schedule(() -> hangUp(here), PATIENCE_SECONDS, TimeUnit.SECONDS);
            here.channel().closeFuture().addListener(closed -> cut.cancel(false));
        }

        /** From here: Vert.x, further in, would say goodbye again, and wait until it can. */
        private static void hangUp(ChannelHandlerContext here) {
            ChannelFuture unused = here.close();
        }

        @Override
        public void channelRead(ChannelHandlerContext here, Object frame) {
            if (!shut) {
                here.fireChannelRead(frame);
                return;
            }
            ReferenceCountUtil.release(frame);
            if (frame instanceof CloseWebSocketFrame) {
                hangUp(here);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext here, Throwable cause) {
            if (shut) {
                return;
            }
            if (cause instanceof DecoderException) {
                broken.run();
            } else {
                here.fireExceptionCaught(cause);
            }
        }
    }
}

package dev.apsis.app;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.DefaultSelectStrategyFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollTcpInfo;
import io.vertx.core.impl.transports.EpollTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.transport.Transport;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;

/**
 * Linux's epoll with event loops that never have much to do at once, so that what is due, a tick
 * above all, is in time whoever knocks: a turn of a loop serves a few sockets, not all that have
 * something, and a loop is given one stranger after another. Any thread may use it. Why:
 * docs/decisions/0007-loops.md.
 */
final class ShortTurns implements Transport {
    static final int SOCKETS_AT_ONCE = 4;

    /** A loop greets no more than 1,000 in a second; who comes meanwhile waits at the door. */
    private static final long GREETING_NANOS = 1_000_000;

    /** Beyond so many who wait at the door their systems are told nothing, and ask once more. */
    private static final int MOST_AT_THE_DOOR = 512;

    private final EpollTransport epoll = new Bounded();
    private final int greeters;

    /** For so many loops, to which strangers are given in turn. */
    ShortTurns(int greeters) {
        this.greeters = greeters;
    }

    @Override
    public String name() {
        return EPOLL.name();
    }

    @Override
    public boolean available() {
        return epoll.isAvailable();
    }

    @Override
    public Throwable unavailabilityCause() {
        return epoll.unavailabilityCause();
    }

    @Override
    public io.vertx.core.spi.transport.Transport implementation() {
        return epoll;
    }

    /** Owned by Vert.x. */
    private final class Bounded extends EpollTransport {
        @Override
        public IoHandlerFactory ioHandlerFactory() {
            IoHandlerFactory epoll =
                    EpollIoHandler.newFactory(
                            SOCKETS_AT_ONCE, DefaultSelectStrategyFactory.INSTANCE);
            return loop -> new BriefTurn(epoll.newHandler(loop), SOCKETS_AT_ONCE);
        }

        @Override
        public void configure(NetServerOptions options, boolean domain, ServerBootstrap server) {
            super.configure(options, domain, server);
            server.option(ChannelOption.SO_BACKLOG, MOST_AT_THE_DOOR);
            server.handler(new OneByOne(GREETING_NANOS, greeters));
        }
    }

    /**
     * Accepts nobody before who came last was greeted. Who gave up at the door is not greeted:
     * else, when more come than can be, nobody who is greeted would be there any more. Owned by the
     * loop that accepts.
     */
    static final class OneByOne extends ChannelInboundHandlerAdapter {
        /** States of a connection as Linux numbers them. */
        private static final int TCP_CLOSE = 7;

        private static final int TCP_CLOSE_WAIT = 8;

        /** Some hang up when they have asked, and read the answer nevertheless. */
        private static final int LAST_WORD_MILLIS = 500;

        private final long greetingNanos;
        private final int greeters;
        private @Nullable EventLoop last;

        OneByOne(long greetingNanos, int greeters) {
            this.greetingNanos = greetingNanos;
            this.greeters = greeters;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof EpollSocketChannel stranger && hasGone(stranger)) {
                stranger.unsafe().closeForcibly();
                return;
            }
            context.fireChannelRead(accepted);
            EventLoop greeter = ((Channel) accepted).eventLoop();
            ChannelConfig door = context.channel().config();
            door.setAutoRead(false);
            Runnable open = () -> context.executor().execute(() -> door.setAutoRead(true));
            long pause = greeter.equals(last) ? greetingNanos : greetingNanos / greeters;
            var unused = greeter.schedule(open, pause, TimeUnit.NANOSECONDS);
            last = greeter;
        }

        /** Whether it was cut, or hung up and said nothing for longer than an answer takes. */
        private static boolean hasGone(EpollSocketChannel stranger) {
            EpollTcpInfo line = stranger.tcpInfo();
            return switch (line.state()) {
                case TCP_CLOSE -> true;
                case TCP_CLOSE_WAIT -> line.lastDataRecv() > LAST_WORD_MILLIS;
                default -> false;
            };
        }
    }
}

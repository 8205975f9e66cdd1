package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A lane on a socket of Linux's, whose other end reads when it likes. */
@EnabledOnOs(OS.LINUX)
class LaneSocketTest {
    private static final int ROUNDS = 20;
    private static final int MOST_BYTES = 6000;

    private final SplittableRandom chance = new SplittableRandom(1);
    private final CompletableFuture<Channel> accepted = new CompletableFuture<>();
    private final ByteArrayOutputStream expected = new ByteArrayOutputStream();
    private EventLoopGroup loops;
    private Channel channel;
    private Socket client;
    private Lane lane;

    @BeforeEach
    void connect() throws Exception {
        loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(loops)
                        .channel(EpollServerSocketChannel.class)
                        .childHandler(furnishing())
                        .bind(InetAddress.getLoopbackAddress(), 0)
                        .sync();
        client = new Socket();
        client.setReceiveBufferSize(4096);
        client.connect((InetSocketAddress) bound.channel().localAddress());
        channel = accepted.get(10, TimeUnit.SECONDS);
        lane = inLoop(() -> Lane.open(channel));
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
        loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
    }

    @Test
    void everyByteArrivesOnceAndInOrderThoughTheOtherEndReadsLate() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            inLoop(this::sayUntilBusy);
            byte[] said = expected.toByteArray();
            assertArrayEquals(said, client.getInputStream().readNBytes(said.length));
            assertFalse(inLoop(lane::busy), "all was taken");
            expected.reset();
        }
    }

    @Test
    void aClosedSocketIsSentNothing() throws Exception {
        inLoop(
                () -> {
                    ChannelFuture unused = channel.close();
                    lane.send(Tongue.BINARY, new byte[9], 9);
                    return null;
                });
        assertTrue(inLoop(lane::busy));
        assertEquals(-1, client.getInputStream().read());
    }

    /** In every way there is, until the system has refused to take more three times. */
    private int sayUntilBusy() throws IOException {
        int refused = 0;
        while (refused < 3) {
            switch (chance.nextInt(4)) {
                case 0 -> lane.write(Tongue.BINARY, message(), MOST_BYTES);
                case 1 -> writeAsVertxDoes();
                default -> {
                    lane.send(Tongue.BINARY, message(), MOST_BYTES);
                    refused += lane.busy() ? 1 : 0;
                }
            }
        }
        return refused;
    }

    private byte[] message() throws IOException {
        byte[] message = new byte[MOST_BYTES];
        chance.nextBytes(message);
        expected.write(new byte[] {(byte) 0x82, 126, MOST_BYTES >>> 8, (byte) MOST_BYTES});
        expected.write(message);
        return message;
    }

    private void writeAsVertxDoes() throws IOException {
        byte[] bytes = new byte[chance.nextInt(1, MOST_BYTES)];
        chance.nextBytes(bytes);
        expected.write(bytes);
        var copy = Unpooled.copiedBuffer(bytes);
        boolean flushes = chance.nextInt(2) == 0;
        ChannelFuture unused = flushes ? channel.writeAndFlush(copy) : channel.write(copy);
    }

    private <T> T inLoop(Callable<T> work) throws Exception {
        return channel.eventLoop().submit(work).get(10, TimeUnit.SECONDS);
    }

    /** A pipeline as Vert.x leaves it after a handshake, as far as a lane sees it. */
    private ChannelHandler furnishing() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel fresh) {
                fresh.pipeline().addLast("idle", new ChannelInboundHandlerAdapter());
                fresh.pipeline().addLast("wsdecoder", new ChannelInboundHandlerAdapter());
                accepted.complete(fresh);
            }
        };
    }
}

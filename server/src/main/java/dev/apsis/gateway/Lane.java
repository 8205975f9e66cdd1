package dev.apsis.gateway;

import dev.apsis.protocol.message.ClientMessage;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * The short way between a socket and who is at its other end: commands in past the WebSocket codec,
 * all messages out past it. Owned by the socket's event loop.
 *
 * <p>Sits in the channel's pipeline in front of the WebSocket decoder. A whole, small, masked
 * binary frame that says {@code commands} is taken out of the stream and heard at once; every other
 * byte goes on to Vert.x as if nobody stood here. What is written in one turn of the event loop
 * leaves from here in one pooled buffer, each message with its frame's head in front; what Vert.x
 * writes to the same socket keeps its place behind it. Why: docs/decisions/0004-lane.md.
 */
final class Lane extends ChannelDuplexHandler implements Runnable {
    /** Hears a message; the array is only lent. */
    interface Ear {
        void hear(byte[] message, int length);
    }

    /** The system takes no more of a client's bytes than it can send, plus so many. */
    private static final long MAX_UNSENT_BYTES = 4096;

    /** Whose system acknowledges nothing for so long is gone. */
    private static final int GONE_MILLIS = 300_000;

    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_BINARY = 0x82;
    private static final int MASKED = 0x80;
    private static final int SMALL = 125;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final long LONGEST = 1L << 62;
    private static final int HEAD = 6;

    /** Of a frame's own head, at most; and room for a snapshot behind what was written first. */
    private static final int MAX_HEAD = 10;

    private static final int MORE = 256;
    private static final int KIND_MASK = 15;
    private static final ChannelHandler READ_ON = new ReadOn();

    private final ByteBufAllocator buffers;
    private ChannelHandlerContext out;

    /** The system's own, if nobody stands between it and this lane. */
    private @Nullable Socket socket;

    /** Sends a failure down the pipeline, where Vert.x closes the socket. */
    private final ChannelPromise failing;

    private Ear ear = (bytes, length) -> {};
    private final byte[] message = new byte[SMALL];
    private ByteBuf held = Unpooled.EMPTY_BUFFER;
    private ByteBuf unsent = Unpooled.EMPTY_BUFFER;
    private long passing;
    private boolean passed;
    private boolean unflushed;

    /** Netty was given something, and had not sent all of it when it was asked last. */
    private boolean queued;

    private Lane(ChannelHandlerContext neighbour) {
        this.out = neighbour;
        this.buffers = neighbour.alloc();
        this.failing = neighbour.voidPromise();
    }

    /** Opens the lane of a socket that was just accepted, before it hears anything. */
    static Lane open(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        var lane = new Lane(pipeline.context("wsdecoder"));
        pipeline.addBefore("wsdecoder", "lane", lane);
        if (pipeline.get("chunkedWriter") != null) {
            pipeline.remove("chunkedWriter"); // is for files, and each read asks every handler
        }
        pipeline.addLast("readon", READ_ON);
        pipeline.remove("idle"); // every line is told something often: TCP notices who is gone
        lane.socket = pipeline.first() == lane ? socketOf(channel) : null;
        channel.config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, MAX_UNSENT_BYTES);
        channel.config().setOption(EpollChannelOption.TCP_USER_TIMEOUT, GONE_MILLIS);
        return lane;
    }

    private static @Nullable Socket socketOf(Channel channel) {
        return channel instanceof UnixChannel unix && unix.fd() instanceof Socket own ? own : null;
    }

    /** Who hears commands from here on. */
    void hear(Ear listener) {
        ear = listener;
    }

    /** Whether the system has not taken all that was sent before. */
    boolean busy() {
        if (queued) {
            queued = pending();
        }
        return queued;
    }

    /** Sends a message as one frame, with all that was written before. The array is only lent. */
    void send(Tongue tongue, byte[] bytes, int length) {
        put(tongue, bytes, length, 0);
        flush();
    }

    /** Writes a message as one frame; it leaves with the next one sent, or as this turn ends. */
    void write(Tongue tongue, byte[] bytes, int length) {
        put(tongue, bytes, length, MORE);
        if (!unflushed) {
            unflushed = true;
            out.executor().execute(this);
        }
    }

    /** The turn ends. */
    @Override
    public void run() {
        if (unflushed) {
            flush();
        }
    }

    private void put(Tongue tongue, byte[] bytes, int length, int more) {
        if (!unsent.isReadable()) {
            unsent = buffers.directBuffer(MAX_HEAD + length + more);
        }
        unsent.writeByte(tongue == Tongue.BINARY ? FINAL_BINARY : FINAL_TEXT);
        if (length <= SMALL) {
            unsent.writeByte(length);
        } else if (length < 1 << 16) {
            unsent.writeByte(LENGTH_16).writeShort(length);
        } else {
            unsent.writeByte(LENGTH_64).writeLong(length);
        }
        unsent.writeBytes(bytes, 0, length);
    }

    /** What was put, in one piece; it belongs to the caller now. */
    private ByteBuf taken() {
        ByteBuf all = unsent;
        unsent = Unpooled.EMPTY_BUFFER;
        return all;
    }

    private void flush() {
        unflushed = false;
        if (unsent.isReadable() && socket != null && reaches(socket)) {
            handTo(socket);
        }
        if (unsent.isReadable()) {
            ChannelFuture unused = out.writeAndFlush(taken(), failing);
            queued = pending();
        }
    }

    /** A closed socket's number may be another's by now. */
    private boolean reaches(Socket system) {
        return !busy() && system.isOpen() && unsent.hasMemoryAddress();
    }

    /** What the system takes at once needs no queue, and so need not be noted in Netty's. */
    private void handTo(Socket system) {
        int end = unsent.writerIndex();
        try {
            unsent.skipBytes(system.sendAddress(unsent.memoryAddress(), unsent.readerIndex(), end));
        } catch (IOException broken) {
            return; // Netty learns of it from the same bytes, and closes the socket
        }
        if (!unsent.isReadable()) {
            taken().release();
        }
    }

    private boolean pending() {
        ChannelOutboundBuffer unsent = out.channel().unsafe().outboundBuffer();
        return unsent == null || unsent.totalPendingWriteBytes() > 0;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        queued = true;
        context.fireChannelInactive();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        out = context;
    }

    /** What Vert.x writes leaves behind what was put before. */
    @Override
    public void write(ChannelHandlerContext context, Object written, ChannelPromise promise) {
        if (unsent.isReadable()) {
            ChannelFuture unused = context.write(taken(), failing);
        }
        queued = true;
        ChannelFuture unused = context.write(written, promise);
    }

    /** What stands behind has nothing to complete if nothing was passed on to it. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (passed) {
            passed = false;
            context.fireChannelReadComplete();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object read) {
        ByteBuf in = (ByteBuf) read;
        if (held.isReadable()) {
            in = Unpooled.wrappedBuffer(held, in);
            held = Unpooled.EMPTY_BUFFER;
        }
        try {
            take(context, in);
        } finally {
            in.release();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        held.release();
        held = Unpooled.EMPTY_BUFFER;
        taken().release();
    }

    private void take(ChannelHandlerContext context, ByteBuf in) {
        while (in.isReadable()) {
            long length = passing > 0 ? 0 : frameLength(in);
            if (passing > 0) {
                pass(context, in);
            } else if (length == 0 || (small(in) && in.readableBytes() < length)) {
                held = in.copy();
                return;
            } else if (small(in) && kind(in) == ClientMessage.COMMANDS) {
                hear(in, (int) length - HEAD);
            } else {
                passing = length;
            }
        }
    }

    /** Gives Vert.x what is there of a frame that is not ours. */
    private void pass(ChannelHandlerContext context, ByteBuf in) {
        int length = (int) Math.min(passing, in.readableBytes());
        passing -= length;
        passed = true;
        context.fireChannelRead(in.readRetainedSlice(length));
    }

    private void hear(ByteBuf in, int length) {
        in.skipBytes(2);
        int mask = in.readInt();
        in.readBytes(message, 0, length);
        for (int i = 0; i < length; i++) {
            message[i] ^= (byte) (mask >>> (24 - 8 * (i & 3)));
        }
        ear.hear(message, length);
    }

    /** How long the frame is that begins here; 0 if too little of it is there to tell. */
    private static long frameLength(ByteBuf in) {
        int at = in.readerIndex();
        if (in.readableBytes() < 2) {
            return 0;
        }
        int second = in.getUnsignedByte(at + 1);
        int mask = (second & MASKED) == 0 ? 0 : 4;
        int shortLength = second & 0x7f;
        if (shortLength <= SMALL) {
            return 2L + mask + shortLength;
        }
        int extra = shortLength == LENGTH_16 ? 2 : 8;
        if (in.readableBytes() < 2 + extra) {
            return 0;
        }
        long length = extra == 2 ? in.getUnsignedShort(at + 2) : in.getLong(at + 2) & (LONGEST - 1);
        return 2L + extra + mask + length;
    }

    /** Whether a whole message that could be commands begins here. */
    private static boolean small(ByteBuf in) {
        int at = in.readerIndex();
        int second = in.getUnsignedByte(at + 1);
        return in.getUnsignedByte(at) == FINAL_BINARY
                && second > MASKED
                && second <= MASKED + SMALL;
    }

    private static int kind(ByteBuf in) {
        int at = in.readerIndex();
        return (in.getByte(at + HEAD) ^ in.getByte(at + 2)) & KIND_MASK;
    }

    /**
     * Lets the socket read on as soon as that is wished for: the wish would go past every handler,
     * and each would be fetched from memory to say nothing to it.
     */
    @Sharable
    private static final class ReadOn extends ChannelOutboundHandlerAdapter {
        @Override
        public void read(ChannelHandlerContext context) {
            context.channel().unsafe().beginRead();
        }
    }
}

package dev.apsis.gateway;

import dev.apsis.protocol.message.ClientMessage;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.epoll.EpollChannelOption;

/**
 * The short way between a socket and its pilot for the two messages that are nearly all traffic:
 * commands in, snapshots out. Owned by the socket's event loop.
 *
 * <p>Sits in the channel's pipeline in front of the WebSocket decoder. A whole, small, masked
 * binary frame that says {@code commands} is taken out of the stream and heard at once; every other
 * byte goes on to Vert.x as if nobody stood here. A snapshot leaves from here in one pooled buffer,
 * with its frame's head in front. Why: docs/decisions/0004-lane.md.
 */
final class Lane extends ChannelInboundHandlerAdapter {
    /** Hears a message; the array is only lent. */
    interface Ear {
        void hear(byte[] message, int length);
    }

    /** The system takes no more of a client's bytes than it can send, plus so many. */
    private static final long MAX_UNSENT_BYTES = 4096;

    private static final int FINAL_BINARY = 0x82;
    private static final int MASKED = 0x80;
    private static final int SMALL = 125;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final long LONGEST = 1L << 62;
    private static final int HEAD = 6;
    private static final int KIND_MASK = 15;

    private final ChannelHandlerContext out;
    private Ear ear = (bytes, length) -> {};
    private final byte[] message = new byte[SMALL];
    private ByteBuf held = Unpooled.EMPTY_BUFFER;
    private long passing;

    private Lane(ChannelHandlerContext out) {
        this.out = out;
    }

    /** Opens the lane of a socket that was just accepted, before it hears anything. */
    static Lane open(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        var lane = new Lane(pipeline.context("idle"));
        pipeline.addBefore("wsdecoder", "lane", lane);
        channel.config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, MAX_UNSENT_BYTES);
        return lane;
    }

    /** Who hears commands from here on. */
    void hear(Ear listener) {
        ear = listener;
    }

    /** Whether something written before is still waiting for the system to take it. */
    boolean busy() {
        ChannelOutboundBuffer unsent = out.channel().unsafe().outboundBuffer();
        return unsent == null || unsent.totalPendingWriteBytes() > 0;
    }

    /** Sends a message as one frame, from a pooled buffer. */
    void send(byte[] bytes, int length) {
        ByteBuf frame = out.alloc().directBuffer(length + 10);
        frame.writeByte(FINAL_BINARY);
        if (length <= SMALL) {
            frame.writeByte(length);
        } else if (length < 1 << 16) {
            frame.writeByte(LENGTH_16).writeShort(length);
        } else {
            frame.writeByte(LENGTH_64).writeLong(length);
        }
        frame.writeBytes(bytes, 0, length);
        // The void promise sends a failure down the pipeline, where Vert.x closes the socket.
        ChannelFuture unused = out.writeAndFlush(frame, out.voidPromise());
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

    /** Whether a whole message that could be commands begins out. */
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
}

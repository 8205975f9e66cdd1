package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.message.ClientMessage;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A lane in a channel without a network, before a decoder that keeps what reaches it. */
class LaneTest {
    private static final int BINARY = 0x82;
    private static final int TEXT = 0x81;
    private static final int PING = 0x89;
    private static final int FIRST_PART = 0x02;

    private final SplittableRandom chance = new SplittableRandom(1);
    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private final List<byte[]> heard = new ArrayList<>();
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final ByteArrayOutputStream expectedPassed = new ByteArrayOutputStream();
    private final List<byte[]> expectedHeard = new ArrayList<>();

    @Test
    void commandsAreTakenOutAndAllElsePassesHoweverTheStreamIsCut() {
        for (int i = 0; i < 60; i++) {
            speak();
        }
        byte[] bytes = stream.toByteArray();
        for (int cut = 1; cut < 200; cut++) {
            feed(bytes, cut, cut);
        }
        for (int i = 0; i < 50; i++) {
            feed(bytes, 1, 400);
        }
    }

    @Test
    void aSnapshotLeavesAsOneFrameOfItsLength() {
        assertArrayEquals(new byte[] {(byte) BINARY, 3}, head(3, 2));
        assertArrayEquals(new byte[] {(byte) BINARY, 126, 0, (byte) 200}, head(200, 4));
        assertArrayEquals(
                new byte[] {(byte) BINARY, 127, 0, 0, 0, 0, 0, 1, 0x11, 0x70}, head(70_000, 10));
    }

    @Test
    void aLineIsBusyUntilTheSystemTookWhatWasSent() {
        var channel = new Clogged();
        furnish(channel);
        var lane = Lane.open(channel);
        assertFalse(lane.busy());
        lane.send(Tongue.BINARY, new byte[9], 9);
        assertTrue(lane.busy());
        channel.clogged = false;
        channel.flush();
        assertFalse(lane.busy());
        channel.finishAndReleaseAll();
        assertTrue(lane.busy(), "a closed line takes nothing any more");
    }

    @Test
    void whatIsWrittenLeavesInOrderEachInItsTongue() {
        EmbeddedChannel channel = channel();
        var lane = Lane.open(channel);
        lane.write(Tongue.JSON, new byte[] {'a'}, 1);
        lane.write(Tongue.BINARY, new byte[] {'b'}, 1);
        lane.send(Tongue.BINARY, new byte[] {'c'}, 1);
        channel.runPendingTasks();
        byte[] frames = {(byte) TEXT, 1, 'a', (byte) BINARY, 1, 'b', (byte) BINARY, 1, 'c'};
        assertArrayEquals(frames, sent(channel), "all in one piece");
        assertNull(channel.readOutbound());
        channel.finishAndReleaseAll();
    }

    @Test
    void whatVertxWritesKeepsItsPlaceBehindWhatWasWritten() {
        EmbeddedChannel channel = channel();
        var lane = Lane.open(channel);
        lane.write(Tongue.BINARY, new byte[] {'a'}, 1);
        channel.writeOutbound(Unpooled.copiedBuffer(new byte[] {'v'}));
        lane.send(Tongue.BINARY, new byte[] {'b'}, 1);
        assertArrayEquals(new byte[] {(byte) BINARY, 1, 'a'}, sent(channel));
        assertArrayEquals(new byte[] {'v'}, sent(channel));
        assertArrayEquals(new byte[] {(byte) BINARY, 1, 'b'}, sent(channel));
        channel.finishAndReleaseAll();
    }

    @Test
    void whatNeverLeftIsGivenBack() {
        EmbeddedChannel channel = channel();
        var memory = new UnpooledByteBufAllocator(/* preferDirect= */ true);
        channel.config().setAllocator(memory);
        var lane = Lane.open(channel);
        lane.write(Tongue.BINARY, new byte[] {'a'}, 1);
        assertTrue(memory.metric().usedDirectMemory() > 0);
        channel.pipeline().remove("lane");
        assertEquals(0, memory.metric().usedDirectMemory());
        assertFalse(channel.finish());
    }

    private static byte[] sent(EmbeddedChannel channel) {
        ByteBuf frame = channel.readOutbound();
        byte[] bytes = ByteBufUtil.getBytes(frame);
        frame.release();
        return bytes;
    }

    /** A channel whose system takes nothing at first. */
    private static final class Clogged extends EmbeddedChannel {
        boolean clogged = true;

        @Override
        protected void doWrite(ChannelOutboundBuffer unsent) throws Exception {
            if (!clogged) {
                super.doWrite(unsent);
            }
        }
    }

    private byte[] head(int length, int headLength) {
        EmbeddedChannel channel = channel();
        byte[] message = new byte[length];
        Arrays.fill(message, (byte) 7);
        Lane.open(channel).send(Tongue.BINARY, message, length);
        byte[] sent = sent(channel);
        assertEquals(headLength + length, sent.length);
        assertArrayEquals(message, Arrays.copyOfRange(sent, headLength, sent.length));
        return Arrays.copyOf(sent, headLength);
    }

    private void feed(byte[] bytes, int least, int most) {
        passed.reset();
        heard.clear();
        EmbeddedChannel channel = channel();
        Lane.open(channel).hear((message, length) -> heard.add(Arrays.copyOf(message, length)));
        for (int at = 0; at < bytes.length; ) {
            int end = Math.min(bytes.length, at + chance.nextInt(least, most + 1));
            channel.writeInbound(Unpooled.copiedBuffer(bytes, at, end - at));
            at = end;
        }
        assertFalse(channel.finishAndReleaseAll());
        assertArrayEquals(expectedPassed.toByteArray(), passed.toByteArray());
        assertEquals(expectedHeard.size(), heard.size());
        for (int i = 0; i < heard.size(); i++) {
            assertArrayEquals(expectedHeard.get(i), heard.get(i));
        }
    }

    /** A pipeline as Vert.x leaves it after a handshake, as far as a lane sees it. */
    private EmbeddedChannel channel() {
        var channel = new EmbeddedChannel();
        furnish(channel);
        return channel;
    }

    private void furnish(EmbeddedChannel channel) {
        channel.pipeline().addLast("idle", new ChannelInboundHandlerAdapter());
        channel.pipeline()
                .addLast(
                        "wsdecoder",
                        new ChannelInboundHandlerAdapter() {
                            @Override
                            public void channelRead(ChannelHandlerContext context, Object read) {
                                ByteBuf in = (ByteBuf) read;
                                passed.writeBytes(ByteBufUtil.getBytes(in));
                                in.release();
                            }
                        });
    }

    private void speak() {
        switch (chance.nextInt(7)) {
            case 0, 1, 2 -> commands();
            case 3 -> other(BINARY, new ClientMessage.Ping(7).toBytes());
            case 4 -> other(PING, new byte[0]);
            case 5 -> other(TEXT, new byte[chance.nextInt(70_000)]);
            default -> other(FIRST_PART, new byte[chance.nextInt(300)]);
        }
    }

    private void commands() {
        byte[] message = new ClientMessage.Commands(chance.nextInt(1024), 5, new int[2]).toBytes();
        expectedHeard.add(message);
        stream.writeBytes(frame(BINARY, message));
    }

    private void other(int first, byte[] payload) {
        byte[] frame = frame(first, payload);
        expectedPassed.writeBytes(frame);
        stream.writeBytes(frame);
    }

    private byte[] frame(int first, byte[] payload) {
        byte[] mask = new byte[4];
        chance.nextBytes(mask);
        ByteBuf out = Unpooled.buffer();
        out.writeByte(first);
        if (payload.length < 126) {
            out.writeByte(128 | payload.length);
        } else if (payload.length < 1 << 16) {
            out.writeByte(128 | 126).writeShort(payload.length);
        } else {
            out.writeByte(128 | 127).writeLong(payload.length);
        }
        out.writeBytes(mask);
        for (int i = 0; i < payload.length; i++) {
            out.writeByte(payload[i] ^ mask[i & 3]);
        }
        return ByteBufUtil.getBytes(out);
    }
}

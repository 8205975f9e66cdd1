package dev.apsis.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One WebSocket of a client: a handshake, then frames. Owned by its {@link SocketLoop}'s thread.
 *
 * <p>What can't be written at once waits, up to {@link #MAX_WAITING}; beyond that the peer does not
 * read, and the socket is closed.
 */
final class LeanSocket {
    /** Who hears what comes in. All calls are made on the loop's thread. */
    interface Ear {
        /** The handshake is done: frames may be sent. */
        void opened(LeanSocket socket);

        /** A whole message; the array is only lent. */
        void heard(byte[] message, int length);

        /** How much the system shall keep that was not read yet; 0 for as much as is usual. */
        default int receiveBytes() {
            return 0;
        }

        /** The end, once: by the peer's close frame (with its code), or else with code 1006. */
        void closed(int code, String why);
    }

    static final int MAX_WAITING = 64 * 1024;

    private static final byte[] NO_BYTES = {};
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int BROKEN = 1006;
    private static final int MAX_MESSAGE = 1 << 20;

    private final SocketLoop loop;
    private final SocketChannel channel;
    private final Pipe pipe;
    private final Ear ear;
    private final SelectionKey key;
    private final Upgrade upgrade;
    private byte[] early = NO_BYTES;
    private byte[] parts = NO_BYTES;
    private int partsLength;
    private boolean inParts;
    private ByteBuffer waiting;
    private boolean open;
    private boolean ended;

    /** What a socket goes through: whose turns it has, when it is its turn, and how bytes leave. */
    record Way(SocketLoop loop, SelectionKey key, Pipe pipe) {}

    /** A socket whose channel is being connected; asks for the upgrade as soon as it is. */
    LeanSocket(Way way, Upgrade upgrade, Ear ear) {
        this.loop = way.loop();
        this.channel = (SocketChannel) way.key().channel();
        this.key = way.key();
        this.pipe = way.pipe();
        this.upgrade = upgrade;
        this.waiting = upgrade.request();
        this.ear = ear;
    }

    /** Sends one binary message. */
    void say(byte[] message, int length) {
        send(Frames.BINARY, message, length);
    }

    /** Says goodbye and ends. */
    void close() {
        if (open) {
            send(Frames.CLOSE, new byte[] {3, (byte) 0xe8}, 2);
        }
        end(1000, "closed by us");
    }

    /** Cuts the connection without a word, as a network does. */
    void cut() {
        end(BROKEN, "cut");
    }

    /** Reads nothing until it is thawed: what a machine does that sleeps. */
    void freeze(boolean frozen) {
        if (!ended) {
            key.interestOps(frozen ? 0 : SelectionKey.OP_READ);
        }
    }

    /** Our end's port; -1 once it is closed. */
    int localPort() {
        return channel.socket().getLocalPort();
    }

    boolean ended() {
        return ended;
    }

    /** Bytes accepted from us that the system did not take yet. */
    int waitingBytes() {
        return waiting.remaining();
    }

    /** The loop says that something can be read or written. */
    void ready() {
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            } else if (key.isWritable()) {
                flush();
            }
            if (!ended && key.isReadable()) {
                read();
                if (!ended && waiting.hasRemaining()) {
                    flush(); // a handshake may have waited for what was read
                }
            }
        } catch (IOException broken) {
            end(BROKEN, broken.getMessage() == null ? "broken" : broken.getMessage());
        }
    }

    private void send(int opcode, byte[] payload, int length) {
        if (ended) {
            return;
        }
        ByteBuffer out = loop.scratch();
        Frames.write(out, opcode, payload, length, loop.random().nextInt());
        out.flip();
        try {
            put(out);
        } catch (IOException broken) {
            end(BROKEN, "write failed");
        }
    }

    private void put(ByteBuffer out) throws IOException {
        loop.sent(out.remaining());
        if (!waiting.hasRemaining()) {
            pipe.write(out);
        }
        if (out.hasRemaining()) {
            if (waiting.remaining() + out.remaining() > MAX_WAITING) {
                end(BROKEN, "the peer does not read");
                return;
            }
            var joined = ByteBuffer.allocate(waiting.remaining() + out.remaining());
            waiting = joined.put(waiting).put(out).flip();
        }
        if (pipe.stuck(waiting.hasRemaining())) {
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    private void flush() throws IOException {
        pipe.write(waiting);
        if (!waiting.hasRemaining()) {
            waiting = NOTHING;
        }
        int writable = pipe.stuck(waiting.hasRemaining()) ? SelectionKey.OP_WRITE : 0;
        key.interestOps(SelectionKey.OP_READ | writable);
    }

    private void read() throws IOException {
        ByteBuffer in = loop.inbox();
        in.put(early);
        early = NO_BYTES;
        int read = pipe.read(in);
        if (read < 0) {
            end(BROKEN, "the server hung up");
            return;
        }
        loop.received(read);
        in.flip();
        if (!open) {
            open(in);
        }
        while (open && !ended && takeFrame(in)) {
            // one frame more
        }
        if (in.hasRemaining() && !ended) {
            early = new byte[in.remaining()];
            in.get(early);
        }
    }

    private void open(ByteBuffer in) {
        String head = StandardCharsets.ISO_8859_1.decode(in.duplicate()).toString();
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        in.position(in.position() + end + 4);
        String problem = upgrade.problem(head.substring(0, end));
        if (problem.isEmpty()) {
            open = true;
            ear.opened(this);
        } else {
            end(BROKEN, problem);
        }
    }

    private boolean takeFrame(ByteBuffer in) {
        int length = Frames.length(in);
        if (length > MAX_MESSAGE) {
            end(BROKEN, "a frame of " + length + " bytes");
            return false;
        }
        if (length == 0 || in.remaining() < length) {
            return false;
        }
        int opcode = Frames.opcode(in);
        boolean last = Frames.last(in);
        int size = length - Frames.headLength(in);
        in.position(in.position() + Frames.headLength(in));
        byte[] payload = loop.payload(size);
        in.get(payload, 0, size);
        take(opcode, last, payload, size);
        return true;
    }

    private void take(int opcode, boolean last, byte[] payload, int size) {
        switch (opcode) {
            case Frames.CLOSE -> {
                int code = size < 2 ? 1005 : ((payload[0] & 255) << 8) | (payload[1] & 255);
                String why =
                        new String(
                                payload,
                                Math.min(2, size),
                                Math.max(0, size - 2),
                                StandardCharsets.UTF_8);
                send(Frames.CLOSE, payload, Math.min(2, size));
                end(code, why);
            }
            case Frames.PING -> send(Frames.PONG, payload, size);
            case Frames.PONG -> {}
            default -> takePart(last, payload, size);
        }
    }

    private void takePart(boolean last, byte[] payload, int size) {
        if (last && !inParts) {
            ear.heard(payload, size);
            return;
        }
        if (partsLength + size > MAX_MESSAGE) {
            end(BROKEN, "a message of more than " + MAX_MESSAGE + " bytes");
            return;
        }
        if (partsLength + size > parts.length) {
            parts = Arrays.copyOf(parts, Math.max(partsLength + size, 2 * parts.length));
        }
        System.arraycopy(payload, 0, parts, partsLength, size);
        partsLength += size;
        inParts = !last;
        if (last) {
            byte[] whole = parts;
            int length = partsLength;
            parts = NO_BYTES;
            partsLength = 0;
            ear.heard(whole, length);
        }
    }

    void end(int code, String why) {
        if (ended) {
            return;
        }
        ended = true;
        key.cancel();
        try {
            channel.close();
        } catch (IOException alreadyBroken) {
            // it is gone, which is what was wanted
        }
        ear.closed(code, why);
    }
}

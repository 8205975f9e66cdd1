package dev.apsis.load;

import java.nio.ByteBuffer;

/**
 * WebSocket frames as a client reads and writes them (RFC 6455, chapter 5).
 *
 * <pre>
 * frame  = fin:1 zero:3 opcode:4 masked:1 length:7 [length:16 | length:64] [mask:32] payload
 * </pre>
 */
final class Frames {
    static final int CONTINUATION = 0;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** What leads a frame of ours at most: four bytes of head, four of mask. */
    static final int MAX_HEAD = 8;

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16 = 126;

    private Frames() {}

    /**
     * How long the frame at the buffer's position is, as far as an int can tell; 0 if its head is
     * not all there yet.
     */
    static int length(ByteBuffer in) {
        if (in.remaining() < 2) {
            return 0;
        }
        int at = in.position();
        int shortLength = in.get(at + 1) & 0x7f;
        if (shortLength < LENGTH_16) {
            return 2 + shortLength;
        }
        int extra = shortLength == LENGTH_16 ? 2 : 8;
        if (in.remaining() < 2 + extra) {
            return 0;
        }
        long length = extra == 2 ? in.getShort(at + 2) & 0xffff : in.getLong(at + 2);
        boolean absurd = length < 0 || length > Integer.MAX_VALUE - 2 - extra;
        return absurd ? Integer.MAX_VALUE : (int) (2 + extra + length);
    }

    /** How much of a frame leads its payload. */
    static int headLength(ByteBuffer in) {
        int shortLength = in.get(in.position() + 1) & 0x7f;
        return shortLength < LENGTH_16 ? 2 : shortLength == LENGTH_16 ? 4 : 10;
    }

    static int opcode(ByteBuffer in) {
        return in.get(in.position()) & 0x0f;
    }

    static boolean last(ByteBuffer in) {
        return (in.get(in.position()) & FIN) != 0;
    }

    /** Appends one whole frame of at most 65,535 bytes, masked as a client must. */
    static void write(ByteBuffer out, int opcode, byte[] payload, int length, int mask) {
        out.put((byte) (FIN | opcode));
        if (length < LENGTH_16) {
            out.put((byte) (MASKED | length));
        } else {
            out.put((byte) (MASKED | LENGTH_16)).putShort((short) length);
        }
        out.putInt(mask);
        for (int i = 0; i < length; i++) {
            out.put((byte) (payload[i] ^ mask >>> (24 - 8 * (i & 3))));
        }
    }
}

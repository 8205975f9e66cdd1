package dev.apsis.protocol.bits;

/**
 * Reads what {@link BitWriter} wrote and never past its end. Owned by whoever decodes.
 *
 * <p>Works on ints only: they cost the browser nothing.
 */
public final class BitReader {
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int bit;
    private int endBit;

    public BitReader() {}

    public BitReader(byte[] bytes) {
        reset(bytes, bytes.length);
    }

    /** Starts again at the first bit of another message. */
    public void reset(byte[] message, int length) {
        bytes = message;
        bit = 0;
        endBit = length * 8;
    }

    /** The bit that is read next. */
    public int position() {
        return bit;
    }

    public int remaining() {
        return endBit - bit;
    }

    /** An unsigned value of 0 to 32 bits. */
    public int read(int bits) {
        if (bits == 0) {
            return 0;
        }
        if (bits > endBit - bit) {
            throw wrong("the message ends where " + bits + " more bits were expected");
        }
        int value = BitWriter.peek(bytes, bit, bits);
        bit += bits;
        return value;
    }

    /** A value of 1 to 32 bits whose highest bit is its sign. */
    public int readSigned(int bits) {
        int up = 32 - bits;
        return read(bits) << up >> up;
    }

    public boolean readFlag() {
        return read(1) != 0;
    }

    /** An unsigned Exp-Golomb code of an order (0 to 16). */
    public int readExpGolomb(int order) {
        int zeros = 0;
        while (read(1) == 0) {
            if (++zeros + order > 30) {
                throw wrong("a number of more than 30 bits");
            }
        }
        int width = zeros + order;
        return read(width) + (1 << width) - (1 << order);
    }

    /** A signed Exp-Golomb code of an order (0 to 16). */
    public int readSignedExpGolomb(int order) {
        int folded = readExpGolomb(order);
        return (folded >>> 1) ^ -(folded & 1);
    }

    public int readVarint() {
        int value = 0;
        for (int up = 0; up < 35; up += 7) {
            int group = read(8);
            value |= (group >>> 1) << up;
            if ((group & 1) == 0) {
                return check(value >= 0 && (up < 28 || group >>> 1 < 8), value);
            }
        }
        throw wrong("a varint of more than five groups");
    }

    /** What is left must be the zeros that fill the last byte. */
    public void end() {
        if (remaining() > 7 || read(remaining()) != 0) {
            throw wrong("more follows where the message should end");
        }
    }

    /** An exception that names the bit at which reading stands. */
    public WireException wrong(String what) {
        return new WireException(what, bit);
    }

    private int check(boolean fits, int value) {
        if (!fits) {
            throw wrong("a varint of more than 31 bits");
        }
        return value;
    }
}

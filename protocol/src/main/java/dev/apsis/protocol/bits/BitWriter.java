package dev.apsis.protocol.bits;

import java.util.Arrays;

/**
 * Appends runs of bits to a byte array, least significant bit first. Owned by whoever fills it.
 *
 * <p>Up to 63 bits wait in an accumulator before they reach the array; {@link #flush} puts the last
 * ones there. The array grows to the limit given; a run that passes it throws {@link
 * IndexOutOfBoundsException}, a bug of ours, for what we send is bounded before it is written.
 */
public final class BitWriter {
    private final int maxBytes;
    private byte[] bytes;
    private int byteCount;
    private long waiting;
    private int waitingBits;

    public BitWriter(int bytes, int maxBytes) {
        this.bytes = new byte[Math.max(8, bytes)];
        this.maxBytes = Math.max(8, maxBytes);
    }

    public void clear() {
        byteCount = 0;
        waiting = 0;
        waitingBits = 0;
    }

    /** How many bits were written. */
    public int length() {
        return byteCount * 8 + waitingBits;
    }

    /** Writes the low {@code bits} (0 to 32) of a value. */
    public void write(int value, int bits) {
        if (bits == 0) {
            return;
        }
        waiting |= (value & (-1L >>> (64 - bits))) << waitingBits;
        waitingBits += bits;
        if (waitingBits >= 32) {
            spill();
        }
    }

    public void writeFlag(boolean bit) {
        write(bit ? 1 : 0, 1);
    }

    /** A non-negative value below 2^31 - 2^order in Exp-Golomb code of an order (0 to 16). */
    public void writeExpGolomb(int value, int order) {
        int shifted = value + (1 << order);
        int width = 32 - Integer.numberOfLeadingZeros(shifted);
        write(0, width - 1 - order);
        write(1, 1);
        write(shifted, width - 1);
    }

    /** A value of either sign, at most 2^30 - 2^order away from zero; small ones are short. */
    public void writeSignedExpGolomb(int value, int order) {
        writeExpGolomb((value << 1) ^ (value >> 31), order);
    }

    /** A non-negative int in groups of seven bits, each led by "more follow". */
    public void writeVarint(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            write(1 | (rest & 127) << 1, 8);
            rest >>>= 7;
        }
        write(rest << 1, 8);
    }

    /** Appends {@code bits} bits of another run that begins at any bit of {@code from}. */
    public void splice(byte[] from, int firstBit, int bits) {
        int at = firstBit;
        int left = bits;
        while (left > 0) {
            int run = Math.min(left, 32);
            write(peek(from, at, run), run);
            at += run;
            left -= run;
        }
    }

    /** Puts the waiting bits into the array, filling the last byte with zeros; ends the message. */
    public void flush() {
        int tail = (waitingBits + 7) >>> 3;
        reserve(tail);
        for (int i = 0; i < tail; i++) {
            bytes[byteCount++] = (byte) waiting;
            waiting >>>= 8;
        }
        waiting = 0;
        waitingBits = 0;
    }

    /** The array behind; its first {@link #byteCount} bytes are the message after a flush. */
    public byte[] bytes() {
        return bytes;
    }

    public int byteCount() {
        return byteCount;
    }

    /** A flushed copy of just what was written. */
    public byte[] toBytes() {
        flush();
        return Arrays.copyOf(bytes, byteCount);
    }

    private void spill() {
        reserve(4);
        int low = (int) waiting;
        bytes[byteCount] = (byte) low;
        bytes[byteCount + 1] = (byte) (low >>> 8);
        bytes[byteCount + 2] = (byte) (low >>> 16);
        bytes[byteCount + 3] = (byte) (low >>> 24);
        byteCount += 4;
        waiting >>>= 32;
        waitingBits -= 32;
    }

    private void reserve(int more) {
        if (byteCount + more <= bytes.length) {
            return;
        }
        if (byteCount + more > maxBytes) {
            throw new IndexOutOfBoundsException("a message of more than " + maxBytes + " bytes");
        }
        bytes = Arrays.copyOf(bytes, Math.min(maxBytes, Math.max(bytes.length * 2, 64)));
    }

    /**
     * Up to 32 bits from any bit of an array that holds them. They lie in five bytes at most: all
     * five are taken at once, but near the array's end.
     */
    public static int peek(byte[] from, int bit, int bits) {
        int i = bit >>> 3;
        int shift = bit & 7;
        int mask = -1 >>> (32 - bits);
        if (i + 4 < from.length) {
            int four =
                    (from[i] & 255)
                            | ((from[i + 1] & 255) << 8)
                            | ((from[i + 2] & 255) << 16)
                            | (from[i + 3] << 24);
            return ((four >>> shift) | (from[i + 4] << 1 << (31 - shift))) & mask;
        }
        int last = (bit + bits - 1) >>> 3;
        int value = (from[i] & 255) >>> shift;
        for (int k = i + 1, up = 8 - shift; k <= last; k++, up += 8) {
            value |= (from[k] & 255) << up;
        }
        return value & mask;
    }
}

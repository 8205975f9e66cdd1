package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

import java.nio.charset.StandardCharsets;

/**
 * What all messages share: their kinds, their limits, and how text and wrapped ticks are written.
 */
public final class Wire {
    /** The WebSocket subprotocol of the binary wire. */
    public static final String SUBPROTOCOL = "apsis.v1";

    /** Nothing longer is read from a client. */
    public static final int MAX_CLIENT_BYTES = 1024;

    /** Nothing longer is sent to one. */
    public static final int MAX_SERVER_BYTES = 1 << 16;

    static final int KIND_BITS = 4;
    static final int TICK_BITS = 10;

    private Wire() {}

    /** Text as the count of its UTF-8 bytes, then those. */
    static void writeText(BitWriter out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeVarint(utf8.length);
        for (byte b : utf8) {
            out.write(b, 8);
        }
    }

    static String readText(BitReader in, int maxBytes) {
        int length = in.readVarint();
        if (length > maxBytes) {
            throw in.wrong("a text of " + length + " bytes where " + maxBytes + " are allowed");
        }
        byte[] utf8 = new byte[length];
        for (int i = 0; i < length; i++) {
            utf8[i] = (byte) in.read(8);
        }
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** The tick nearest to {@code near} whose low bits were read. */
    public static int unwrap(int low, int near) {
        int up = 32 - TICK_BITS;
        return near + ((low - near) << up >> up);
    }
}

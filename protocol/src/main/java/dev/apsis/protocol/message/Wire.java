package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.orbit.OrbitSchema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What all messages share: their kinds, their limits, and how text and wrapped ticks are written.
 */
public final class Wire {
    /** The WebSocket subprotocol of the binary wire. */
    public static final String SUBPROTOCOL = "apsis.v1";

    /** The WebSocket subprotocol that says the same things in JSON. */
    public static final String JSON_SUBPROTOCOL = "apsis.v1+json";

    /** Nothing longer is read from a client. */
    public static final int MAX_CLIENT_BYTES = 1024;

    /** Nothing longer is sent to one. */
    public static final int MAX_SERVER_BYTES = 1 << 17;

    /** The hue of whoever does not mind which. */
    public static final int ANY_HUE = -1;

    /** Hues are degrees on the circle of colours, below this. */
    public static final int HUES = 360;

    static final int KIND_BITS = 4;
    static final int TICK_BITS = 10;
    static final int SEAT_BITS = OrbitSchema.SEAT_BITS;
    static final int TEAM_BITS = 3;
    private static final int HUE_BITS = 9;

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
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), utf8)) {
            throw in.wrong("a text that is not UTF-8");
        }
        return text;
    }

    static int readCount(BitReader in, int most, String what) {
        int count = in.readVarint();
        if (count > most) {
            throw in.wrong(count + " " + what + " in one message");
        }
        return count;
    }

    static void writeSeatOrNone(BitWriter out, int seat) {
        out.writeFlag(seat >= 0);
        if (seat >= 0) {
            out.write(seat, SEAT_BITS);
        }
    }

    static int readSeatOrNone(BitReader in) {
        return in.readFlag() ? in.read(SEAT_BITS) : -1;
    }

    static void writeHue(BitWriter out, int hue) {
        out.writeFlag(hue != ANY_HUE);
        if (hue != ANY_HUE) {
            out.write(hue, HUE_BITS);
        }
    }

    static int readHue(BitReader in) {
        int hue = in.readFlag() ? in.read(HUE_BITS) : ANY_HUE;
        if (hue >= HUES) {
            throw in.wrong("a hue of " + hue + " degrees where 359 is the last");
        }
        return hue;
    }

    /** The tick nearest to {@code near} whose low bits were read. */
    public static int unwrap(int low, int near) {
        int up = 32 - TICK_BITS;
        return near + ((low - near) << up >> up);
    }
}

package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

/**
 * Answers a ping: the room's newest tick, and how long ago that was.
 *
 * <pre>
 * pong = serial:16 tick:32 micros:32
 * </pre>
 */
public record Pong(int serial, int tick, int micros) implements ServerMessage {
    @Override
    public void write(BitWriter out) {
        out.write(PONG, Wire.KIND_BITS);
        out.write(serial, 16);
        out.write(tick, 32);
        out.write(micros, 32);
    }

    static Pong read(BitReader in) {
        return new Pong(in.read(16), in.read(32), in.read(32));
    }
}

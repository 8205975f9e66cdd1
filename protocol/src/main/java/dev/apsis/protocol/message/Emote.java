package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

/**
 * Somebody gave a sign from the wheel, to all.
 *
 * <pre>
 * emote = seat:11 sign:3
 * </pre>
 */
public record Emote(int seat, Sign sign) implements ServerMessage {
    @Override
    public void write(BitWriter out) {
        out.write(EMOTE, Wire.KIND_BITS);
        out.write(seat, Wire.SEAT_BITS);
        sign.write(out);
    }

    static Emote read(BitReader in) {
        return new Emote(in.read(Wire.SEAT_BITS), Sign.read(in));
    }
}

package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

/**
 * Somebody said something, to all or to the own team.
 *
 * <pre>
 * chat = seat:11 team:1 text
 * </pre>
 */
public record Chat(int seat, boolean team, String text) implements ServerMessage {
    /** Of a client's words too; whoever says more is refused. */
    public static final int MAX_BYTES = 240;

    @Override
    public void write(BitWriter out) {
        out.write(CHAT, Wire.KIND_BITS);
        out.write(seat, Wire.SEAT_BITS);
        out.writeFlag(team);
        Wire.writeText(out, text);
    }

    static Chat read(BitReader in) {
        return new Chat(in.read(Wire.SEAT_BITS), in.readFlag(), Wire.readText(in, MAX_BYTES));
    }
}

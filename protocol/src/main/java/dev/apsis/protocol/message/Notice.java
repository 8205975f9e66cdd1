package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

/**
 * A line of plain words from the server.
 *
 * <pre>
 * notice = text
 * </pre>
 */
public record Notice(String text) implements ServerMessage {
    public static final int MAX_BYTES = 512;

    @Override
    public void write(BitWriter out) {
        out.write(NOTICE, Wire.KIND_BITS);
        Wire.writeText(out, text);
    }

    static Notice read(BitReader in) {
        return new Notice(Wire.readText(in, MAX_BYTES));
    }
}

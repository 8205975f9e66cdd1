package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

/**
 * The client is not let in, or sent away: why, and in which words. The socket closes behind it with
 * the same code.
 *
 * <pre>
 * refusal = closeCode:16 text
 * </pre>
 */
public record Refused(Refusal reason, String text) implements ServerMessage {
    private static final int MAX_BYTES = 512;
    private static final int CODE_BITS = 16;

    @Override
    public void write(BitWriter out) {
        out.write(REFUSED, Wire.KIND_BITS);
        out.write(reason.closeCode(), CODE_BITS);
        Wire.writeText(out, text);
    }

    static Refused read(BitReader in) {
        int code = in.read(CODE_BITS);
        Refusal reason =
                Refusal.of(code).orElseThrow(() -> in.wrong("a refusal of unknown code " + code));
        return new Refused(reason, Wire.readText(in, MAX_BYTES));
    }
}

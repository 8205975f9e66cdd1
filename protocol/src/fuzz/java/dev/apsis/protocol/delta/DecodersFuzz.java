package dev.apsis.protocol.delta;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.WireException;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.ServerMessage;

/**
 * Looks for bytes that make a decoder do anything but read or refuse, guided by coverage.
 *
 * <p>{@code JAZZER_FUZZ=1 mvn -q test -pl protocol -P '!gates,fuzz' -Dtest='DecodersFuzz#client'},
 * or {@code server}, or {@code snapshots}; a minute each.
 */
class DecodersFuzz {
    @FuzzTest(maxDuration = "1m")
    void client(byte[] bytes) {
        try {
            ClientMessage.read(bytes, bytes.length).toBytes();
        } catch (WireException refused) {
            // As it should be.
        }
    }

    @FuzzTest(maxDuration = "1m")
    void server(byte[] bytes) {
        try {
            var in = new BitReader(bytes);
            ServerMessage.read(ServerMessage.kind(in), in);
        } catch (WireException refused) {
            // As it should be.
        }
    }

    /** Behind two snapshots of a fight, so that there is a roster to go wrong. */
    @FuzzTest(maxDuration = "1m")
    void snapshots(byte[] bytes) {
        var told = new Told(5, 40, 1);
        Mirror mirror = told.mirror();
        read(mirror, told.next());
        read(mirror, told.next());
        try {
            mirror.read(new BitReader(bytes));
        } catch (WireException refused) {
            // As it should be.
        }
    }

    private static void read(Mirror mirror, byte[] snapshot) {
        var in = new BitReader(snapshot);
        in.read(4);
        mirror.read(in);
    }
}

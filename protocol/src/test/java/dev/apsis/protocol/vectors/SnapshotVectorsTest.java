package dev.apsis.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.delta.Told;
import dev.apsis.protocol.message.JsonText;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.schema.EntityType;

import org.junit.jupiter.api.Test;

import java.io.IOException;

/** Four seconds of a fight, message by message, and what its reader must know after each. */
class SnapshotVectorsTest {
    private static final int SEAT = 2;
    private static final int FRAMES = 120;

    @Test
    void aFightIsToldInTheBytesOfTheVectors() throws IOException {
        var told = new Told(/* seed= */ 3, /* seats= */ 90, SEAT);
        Mirror mirror = told.mirror();
        var out = new JsonText().begin();
        var welcome = new Welcome(SEAT, "", "vectors", 0, 2, Told.ARENA);
        out.put("welcome", Golden.hex(welcome.toBytes())).beginList("fields");
        for (EntityType type : OrbitSchema.SCHEMA.types()) {
            out.add(type.fields().size());
        }
        out.endList().beginList("snapshots");
        for (int i = 0; i < FRAMES; i++) {
            byte[] message = told.next();
            var in = new BitReader(message);
            assertEquals(ServerMessage.SNAPSHOT, ServerMessage.kind(in));
            mirror.read(in);
            out.begin()
                    .put("tick", mirror.tick())
                    .put("count", mirror.size())
                    .put("self", mirror.self())
                    .put("hash", hash(mirror))
                    .put("hex", Golden.hex(message))
                    .end();
        }
        assertEquals(0, mirror.desyncs());
        Golden.check("snapshots.json", out.endList().end().toString());
    }

    private static int hash(Mirror mirror) {
        int hash = 0;
        for (int i = 0; i < mirror.size(); i++) {
            int fields = OrbitSchema.SCHEMA.type(mirror.types()[i]).fields().size();
            for (int f = 0; f < fields; f++) {
                hash = add(hash, mirror.rows()[i * mirror.stride() + f]);
            }
        }
        for (int i = 0; mirror.self() >= 0 && i < mirror.secrets().length; i++) {
            hash = add(hash, mirror.secrets()[i]);
        }
        return hash;
    }

    private static int add(int hash, int value) {
        int mixed = (hash ^ value) * 0x01000193;
        return mixed ^ (mixed >>> 15);
    }
}

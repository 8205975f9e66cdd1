package dev.apsis.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.WireException;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.JsonText;
import dev.apsis.protocol.message.Letters;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Wire;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every message, there and back, and as the bytes that stand in docs/vectors/messages.json. */
class MessageVectorsTest {
    @Test
    void everyMessageIsReadAsItWasWritten() {
        for (ClientMessage message : Samples.client()) {
            byte[] bytes = message.toBytes();
            ClientMessage read = ClientMessage.read(bytes, bytes.length);
            assertEquals(message.getClass(), read.getClass());
            assertArrayEquals(bytes, read.toBytes(), message::toString);
            assertTrue(bytes.length <= Wire.MAX_CLIENT_BYTES);
        }
        for (ServerMessage message : Samples.server()) {
            ServerMessage read = readServer(message.toBytes());
            assertEquals(message.getClass(), read.getClass());
            assertArrayEquals(message.toBytes(), read.toBytes(), message::toString);
            assertEquals(Letters.json(message), Letters.json(read));
        }
    }

    @Test
    void noKindIsLeftOut() {
        Set<Class<?>> kinds = new HashSet<>();
        Samples.client().forEach(message -> kinds.add(message.getClass()));
        Samples.server().forEach(message -> kinds.add(message.getClass()));
        kinds.removeAll(List.of(ClientMessage.class.getPermittedSubclasses()));
        kinds.removeAll(List.of(ServerMessage.class.getPermittedSubclasses()));
        assertEquals(Set.of(), kinds);
        assertEquals(ServerMessage.KINDS.size(), samplesOfServerKinds() + 1, "and the snapshot");
    }

    private static long samplesOfServerKinds() {
        return Samples.server().stream().map(Object::getClass).distinct().count();
    }

    @Test
    void aMessageCutShortIsRefused() {
        for (ClientMessage message : Samples.client()) {
            byte[] bytes = message.toBytes();
            for (int length = 0; length < bytes.length; length++) {
                int cut = length;
                assertThrows(WireException.class, () -> ClientMessage.read(bytes, cut));
            }
        }
        for (ServerMessage message : Samples.server()) {
            byte[] bytes = message.toBytes();
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThrows(WireException.class, () -> readServer(cut));
            }
        }
    }

    @Test
    void theBytesAreThoseOfTheVectors() throws IOException {
        var out = new JsonText().begin().beginList("client");
        for (ClientMessage message : Samples.client()) {
            String kind = message.getClass().getSimpleName();
            out.begin().put("kind", kind).put("hex", Golden.hex(message.toBytes())).end();
        }
        out.endList().beginList("server");
        for (ServerMessage message : Samples.server()) {
            out.begin()
                    .put("hex", Golden.hex(message.toBytes()))
                    .put("letter", Letters.json(message))
                    .end();
        }
        Golden.check("messages.json", out.endList().end().toString());
    }

    @Test
    void aHueBeyondTheCircleIsRefused() {
        byte[] bytes = new ClientMessage.Hello(1, "", "", "", false, false, 360).toBytes();
        assertThrows(WireException.class, () -> ClientMessage.read(bytes, bytes.length));
    }

    private static ServerMessage readServer(byte[] bytes) {
        var in = new BitReader(bytes);
        return ServerMessage.read(ServerMessage.kind(in), in);
    }
}

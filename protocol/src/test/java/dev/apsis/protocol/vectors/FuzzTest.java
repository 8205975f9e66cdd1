package dev.apsis.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.WireException;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.delta.Told;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.ServerMessage;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A decoder returns a message or refuses it; bytes from strangers bring about nothing else. */
class FuzzTest {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 20_000);

    private final SplittableRandom dice = new SplittableRandom(11);
    private int refused;
    private int taken;

    @Test
    void noBytesOfAClientDoHarm() {
        List<byte[]> seeds = Samples.client().stream().map(ClientMessage::toBytes).toList();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = wild(seeds);
            attempt(() -> ClientMessage.read(bytes, bytes.length));
        }
        assertTrue(refused > 0 && taken > 0);
    }

    @Test
    void noBytesOfAServerDoHarm() {
        List<byte[]> seeds = Samples.server().stream().map(ServerMessage::toBytes).toList();
        for (int i = 0; i < ROUNDS; i++) {
            var in = new BitReader(wild(seeds));
            attempt(() -> ServerMessage.read(ServerMessage.kind(in), in));
        }
        assertTrue(refused > 0 && taken > 0);
    }

    @Test
    void noSnapshotDoesHarmWhereverTheChainBreaks() {
        List<byte[]> fight = new ArrayList<>();
        var told = new Told(5, 60, 1);
        for (int i = 0; i < 40; i++) {
            fight.add(told.next());
        }
        for (int i = 0; i < ROUNDS / 20; i++) {
            Mirror mirror = told.mirror();
            for (byte[] message : fight) {
                byte[] bytes = dice.nextInt(10) == 0 ? mutated(message) : message;
                attempt(() -> read(mirror, bytes));
            }
        }
        assertTrue(refused > 0 && taken > 0);
    }

    @Test
    void noNoiseIsASnapshotThatDoesHarm() {
        Mirror mirror = new Told(5, 60, 1).mirror();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = noise(dice.nextInt(200));
            attempt(() -> mirror.read(new BitReader(bytes)));
        }
        assertTrue(refused > 0);
    }

    private static void read(Mirror mirror, byte[] bytes) {
        var in = new BitReader(bytes);
        in.read(4);
        mirror.read(in);
    }

    private void attempt(Runnable decoding) {
        try {
            decoding.run();
            taken++;
        } catch (WireException malformed) {
            refused++;
        }
    }

    private byte[] wild(List<byte[]> seeds) {
        return dice.nextInt(4) == 0
                ? noise(dice.nextInt(80))
                : mutated(seeds.get(dice.nextInt(seeds.size())));
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        dice.nextBytes(bytes);
        return bytes;
    }

    private byte[] mutated(byte[] original) {
        byte[] bytes = original.clone();
        for (int i = dice.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            int at = dice.nextInt(bytes.length);
            bytes[at] =
                    (byte)
                            (dice.nextBoolean()
                                    ? dice.nextInt()
                                    : bytes[at] ^ (1 << dice.nextInt(8)));
        }
        return bytes;
    }
}

package dev.apsis.protocol.bits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** What is written is read; nothing else is. */
class BitsTest {
    private final SplittableRandom dice = new SplittableRandom(7);

    @Test
    void whateverIsWrittenIsReadInOrder() {
        for (int round = 0; round < 300; round++) {
            var out = new BitWriter(8, 1 << 16);
            List<Consumer<BitReader>> checks = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                checks.add(writeSomething(out));
            }
            int length = out.length();
            byte[] bytes = out.toBytes();
            assertEquals((length + 7) / 8, bytes.length);
            var in = new BitReader(bytes);
            checks.forEach(check -> check.accept(in));
            assertEquals(length, in.position());
            in.end();
        }
    }

    private Consumer<BitReader> writeSomething(BitWriter out) {
        int bits = dice.nextInt(33);
        int value = dice.nextInt() >>> dice.nextInt(32);
        int order = dice.nextInt(17);
        int natural = (value & Integer.MAX_VALUE) % (Integer.MAX_VALUE - (1 << order));
        int either = dice.nextBoolean() ? -(natural / 4) : natural / 4;
        return switch (dice.nextInt(6)) {
            case 0 -> {
                out.write(value, bits);
                int mask = bits == 32 ? -1 : (1 << bits) - 1;
                yield in -> assertEquals(value & mask, in.read(bits));
            }
            case 1 -> {
                int up = 32 - Math.max(1, bits);
                out.write(value, 32 - up);
                yield in -> assertEquals((value << up) >> up, in.readSigned(32 - up));
            }
            case 2 -> {
                out.writeFlag(value > 0);
                yield in -> assertEquals(value > 0, in.readFlag());
            }
            case 3 -> {
                out.writeExpGolomb(natural, order);
                yield in -> assertEquals(natural, in.readExpGolomb(order));
            }
            case 4 -> {
                out.writeSignedExpGolomb(either, order);
                yield in -> assertEquals(either, in.readSignedExpGolomb(order));
            }
            default -> {
                out.writeVarint(natural);
                yield in -> assertEquals(natural, in.readVarint());
            }
        };
    }

    @Test
    void aRunIsSplicedAtEveryOffsetFromEveryOffset() {
        byte[] source = new byte[40];
        for (int i = 0; i < source.length; i++) {
            source[i] = (byte) dice.nextInt();
        }
        for (int from = 0; from < 70; from++) {
            for (int to = 0; to < 70; to++) {
                int bits = dice.nextInt(0, source.length * 8 - from + 1);
                splice(source, from, to, bits);
            }
        }
    }

    private static void splice(byte[] source, int from, int to, int bits) {
        var out = new BitWriter(8, 1024);
        for (int i = 0; i < to; i++) {
            out.write(i % 3 == 0 ? 1 : 0, 1);
        }
        out.splice(source, from, bits);
        out.write(0b101, 3);
        var in = new BitReader(out.toBytes());
        for (int i = 0; i < to; i++) {
            assertEquals(i % 3 == 0 ? 1 : 0, in.read(1));
        }
        for (int i = from; i < from + bits; i++) {
            assertEquals((source[i >>> 3] >>> (i & 7)) & 1, in.read(1), "bit " + i);
        }
        assertEquals(0b101, in.read(3));
        in.end();
    }

    @Test
    void smallNumbersAreShort() {
        int[] lengths = {1, 3, 3, 5, 5, 5, 5, 7};
        for (int value = 0; value < lengths.length; value++) {
            var out = new BitWriter(8, 64);
            out.writeExpGolomb(value, 0);
            assertEquals(lengths[value], out.length());
        }
    }

    @Test
    void theBytesAreLeastSignificantBitFirst() {
        var out = new BitWriter(8, 64);
        out.write(0b1, 1);
        out.write(0b10, 2);
        out.write(0xabc, 12);
        out.write(1, 1);
        assertArrayEquals(new byte[] {(byte) 0xe5, (byte) 0xd5}, out.toBytes());
    }

    @Test
    void nothingIsReadPastTheEnd() {
        for (int bytes = 0; bytes < 6; bytes++) {
            for (int bits = 0; bits <= bytes * 8; bits++) {
                var in = new BitReader(new byte[bytes]);
                for (int i = 0; i < bits; i++) {
                    in.read(1);
                }
                int more = in.remaining() + 1;
                if (more <= 32) {
                    var refusal = assertThrows(WireException.class, () -> in.read(more));
                    assertEquals(bits, refusal.bit());
                }
            }
        }
    }

    @Test
    void endlessNumbersAreRefused() {
        byte[] ones = {-1, -1, -1, -1, -1, -1, -1, -1, -1};
        assertThrows(WireException.class, () -> new BitReader(ones).readVarint());
        assertThrows(WireException.class, () -> new BitReader(new byte[9]).readExpGolomb(0));
        assertThrows(WireException.class, () -> new BitReader(new byte[9]).readExpGolomb(16));
        assertThrows(WireException.class, () -> new BitReader(new byte[1]).readExpGolomb(0));
    }

    @Test
    void whatFollowsTheEndIsRefused() {
        assertThrows(WireException.class, () -> new BitReader(new byte[1]).end());
        var in = new BitReader(new byte[] {0b1000});
        in.read(3);
        assertThrows(WireException.class, in::end);
    }

    @Test
    void aMessageOverItsLimitIsOurBug() {
        var out = new BitWriter(8, 16);
        for (int i = 0; i < 4; i++) {
            out.write(i, 32);
        }
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> {
                    out.write(5, 32);
                    out.flush();
                });
    }
}

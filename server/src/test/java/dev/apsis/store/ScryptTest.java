package dev.apsis.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

/** scrypt, held to the vectors of RFC 7914, and what is kept of passwords by it. */
class ScryptTest {
    private static final Scrypt QUICK = new Scrypt(16, 1, 1);

    private static String hash(Scrypt scrypt, String password, String salt) {
        return HexFormat.of()
                .formatHex(
                        scrypt.hash(
                                password.getBytes(StandardCharsets.UTF_8),
                                salt.getBytes(StandardCharsets.UTF_8),
                                64));
    }

    @Test
    void salsaShufflesAsInSection8() {
        byte[] in =
                HexFormat.of()
                        .parseHex(
                                "7e879a214f3ec9867ca940e641718f26baee555b8c61c1b50df8461"
                                        + "16dcd3b1dee24f319df9b3d8514121e4b5ac5aa3276021d29"
                                        + "09c74829edebc68db8b8c25e");
        byte[] out =
                HexFormat.of()
                        .parseHex(
                                "a41f859c6608cc993b81cacb020cef05044b2181a2fd337dfd7b1c6"
                                    + "396682f29b4393168e3c9e6bcfe6bc5b7a06d96bae424cc102c91745c"
                                    + "24ad673dc7618f81");
        int[] words = new int[16];
        ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
        Scrypt.salsa(words);
        var shuffled = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        shuffled.asIntBuffer().put(words);
        assertArrayEquals(out, shuffled.array());
    }

    @Test
    void pbkdf2DerivesAsInSection11() {
        assertEquals(
                "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                        + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
                HexFormat.of()
                        .formatHex(
                                Scrypt.pbkdf2(
                                        "passwd".getBytes(StandardCharsets.UTF_8),
                                        "salt".getBytes(StandardCharsets.UTF_8),
                                        64)));
    }

    @Test
    void hashesAreThoseOfSection12() {
        assertEquals(
                "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                        + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
                hash(new Scrypt(16, 1, 1), "", ""));
        assertEquals(
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                        + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
                hash(new Scrypt(1024, 8, 16), "password", "NaCl"));
        assertEquals(
                "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                        + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
                hash(new Scrypt(16384, 8, 1), "pleaseletmein", "SodiumChloride"));
    }

    @Test
    void aKeptPasswordIsKnownAgainAndNoOtherIs() {
        String kept = new Passwords(new Random(1), QUICK).keep("correct horse");
        assertTrue(kept.startsWith("scrypt$16$1$1$"), kept);
        assertTrue(Passwords.matches("correct horse", kept));
        assertFalse(Passwords.matches("correct horsf", kept));
        assertFalse(Passwords.matches("", kept));
    }

    @Test
    void samePasswordsAreKeptDifferently() {
        var passwords = new Passwords(new Random(1), QUICK);
        assertNotEquals(passwords.keep("correct horse"), passwords.keep("correct horse"));
    }

    @Test
    void whatWasHashedAtOtherCostsIsStillKnown() {
        String kept = new Passwords(new Random(1), new Scrypt(64, 2, 3)).keep("correct horse");
        assertTrue(Passwords.matches("correct horse", kept));
    }

    @Test
    void lettersComposedDifferentlyAreTheSame() {
        String kept = new Passwords(new Random(1), QUICK).keep("caf\u00e9 noir");
        assertTrue(Passwords.matches("cafe\u0301 noir", kept));
    }

    @Test
    void costsBeyondAllMeasureAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Scrypt(15, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Scrypt(1 << 20, 8, 1));
    }
}

package dev.apsis.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The password hash scrypt as RFC 7914 draws it, section by section: slow, and it needs so much
 * memory that machines made for guessing gain little. Takes {@code 128 * n * r} bytes.
 *
 * @param n how much memory, a power of two
 * @param r how long a block is, in 128 bytes
 * @param p how often it is done
 */
record Scrypt(int n, int r, int p) {
    private static final String MAC = "HmacSHA256";
    private static final int SALSA_INTS = 16;

    Scrypt {
        if (n < 2 || Integer.bitCount(n) != 1 || r < 1 || p < 1 || (long) n * r > 1 << 20) {
            throw new IllegalArgumentException("no scrypt of n=%d r=%d p=%d".formatted(n, r, p));
        }
    }

    /** Section 6: the hash of a password with a salt. */
    byte[] hash(byte[] password, byte[] salt, int length) {
        int blockBytes = 128 * r;
        byte[] blocks = pbkdf2(password, salt, p * blockBytes);
        int[] memory = new int[n * blockBytes / Integer.BYTES];
        for (int i = 0; i < p; i++) {
            mix(ByteBuffer.wrap(blocks, i * blockBytes, blockBytes).slice(), memory);
        }
        return pbkdf2(password, blocks, length);
    }

    /** Section 5, scryptROMix: fills the memory, then reads it in an order nobody can foresee. */
    private void mix(ByteBuffer bytes, int[] memory) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        int ints = bytes.remaining() / Integer.BYTES;
        int[] block = new int[ints];
        int[] other = new int[ints];
        bytes.asIntBuffer().get(block);
        for (int i = 0; i < n; i++) {
            System.arraycopy(block, 0, memory, i * ints, ints);
            mixBlock(block, other);
        }
        for (int i = 0; i < n; i++) {
            int at = (block[ints - SALSA_INTS] & (n - 1)) * ints;
            for (int k = 0; k < ints; k++) {
                block[k] ^= memory[at + k];
            }
            mixBlock(block, other);
        }
        bytes.asIntBuffer().put(block);
    }

    /** Section 4, scryptBlockMix: every part by the one before, then even parts before odd ones. */
    private void mixBlock(int[] block, int[] shuffled) {
        int parts = 2 * r;
        int[] x = Arrays.copyOfRange(block, (parts - 1) * SALSA_INTS, parts * SALSA_INTS);
        for (int part = 0; part < parts; part++) {
            for (int k = 0; k < SALSA_INTS; k++) {
                x[k] ^= block[part * SALSA_INTS + k];
            }
            salsa(x);
            int to = part % 2 == 0 ? part / 2 : r + part / 2;
            System.arraycopy(x, 0, shuffled, to * SALSA_INTS, SALSA_INTS);
        }
        System.arraycopy(shuffled, 0, block, 0, block.length);
    }

    /** Section 3, Salsa20/8: columns, then rows, four times. */
    static void salsa(int[] x) {
        int[] before = x.clone();
        for (int round = 0; round < 4; round++) {
            quarter(x, 0, 4, 8, 12);
            quarter(x, 5, 9, 13, 1);
            quarter(x, 10, 14, 2, 6);
            quarter(x, 15, 3, 7, 11);
            quarter(x, 0, 1, 2, 3);
            quarter(x, 5, 6, 7, 4);
            quarter(x, 10, 11, 8, 9);
            quarter(x, 15, 12, 13, 14);
        }
        for (int i = 0; i < SALSA_INTS; i++) {
            x[i] += before[i];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }

    /**
     * PBKDF2 of one iteration, over the JDK's HMAC: the JDK's own takes characters for a password,
     * and none that is empty.
     */
    static byte[] pbkdf2(byte[] password, byte[] salt, int length) {
        try {
            Mac mac = Mac.getInstance(MAC);
            byte[] key = password.length == 0 ? new byte[1] : password;
            mac.init(new SecretKeySpec(key, MAC));
            byte[] out = new byte[length];
            int at = 0;
            for (int block = 1; at < length; block++) {
                mac.update(salt);
                byte[] part = mac.doFinal(ByteBuffer.allocate(4).putInt(block).array());
                int count = Math.min(part.length, length - at);
                System.arraycopy(part, 0, out, at, count);
                at += count;
            }
            return out;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + MAC, missing);
        }
    }
}

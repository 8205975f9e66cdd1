package dev.apsis.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Who a token makes of its bearer. The token itself is nowhere: only its hash, which is enough for
 * something that nobody can guess.
 */
public record Badge(String name, Role role, String hash) {
    /** The badge of a token. */
    public static Badge of(String name, Role role, String token) {
        return new Badge(name, role, hash(token));
    }

    static String hash(String token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}

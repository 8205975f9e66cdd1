package dev.apsis.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What is kept of a password: enough to know it again, and too little to find it.
 *
 * <pre>
 * kept = "scrypt" '$' n '$' r '$' p '$' salt:base64 '$' hash:base64
 * </pre>
 */
final class Passwords {
    /** What OWASP's cheat sheet asks of scrypt where 16 MiB at a time are to be enough. */
    private static final Scrypt TODAY = new Scrypt(1 << 14, 8, 5);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final RandomGenerator random;
    private final Scrypt scrypt;

    Passwords(RandomGenerator random) {
        this(random, TODAY);
    }

    Passwords(RandomGenerator random, Scrypt scrypt) {
        this.random = random;
        this.scrypt = scrypt;
    }

    String keep(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = scrypt.hash(bytes(password), salt, HASH_BYTES);
        var encoder = Base64.getEncoder();
        return String.join(
                "$",
                "scrypt",
                Integer.toString(scrypt.n()),
                Integer.toString(scrypt.r()),
                Integer.toString(scrypt.p()),
                encoder.encodeToString(salt),
                encoder.encodeToString(hash));
    }

    /** Whether it is the password of which that was kept, by whatever costs it was. */
    static boolean matches(String password, String kept) {
        String[] parts = kept.split("\\$", -1);
        if (parts.length != 6 || !parts[0].equals("scrypt")) {
            return false;
        }
        var costs =
                new Scrypt(
                        Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[3]));
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] hash = Base64.getDecoder().decode(parts[5]);
        return MessageDigest.isEqual(hash, costs.hash(bytes(password), salt, hash.length));
    }

    /** The same on every keyboard that composes its letters differently. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC)
                .getBytes(StandardCharsets.UTF_8);
    }
}

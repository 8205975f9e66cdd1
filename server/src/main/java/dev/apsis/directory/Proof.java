package dev.apsis.directory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a server at an address proves that it is the one that announced it: it knows the secret of
 * the heartbeat, and answers a challenge with a hash that nobody else can make.
 */
public final class Proof {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "apsis directory: ";

    private Proof() {}

    static boolean isSecret(String text) {
        return text.matches("[\\w-]{32,128}");
    }

    /** The answer to a challenge. */
    public static String of(String secret, String challenge) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] hash = mac.doFinal((PURPOSE + challenge).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }

    /** Whether somebody answered right; how long it takes does not tell how nearly. */
    static boolean holds(String secret, String challenge, String answer) {
        return MessageDigest.isEqual(
                of(secret, challenge).getBytes(StandardCharsets.UTF_8),
                answer.getBytes(StandardCharsets.UTF_8));
    }
}

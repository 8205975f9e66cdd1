package dev.apsis.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what takes a seat back: a session's name that nobody can guess or make up.
 *
 * <pre>
 * token = session '.' base64url(HMAC-SHA256(session))
 * </pre>
 */
public final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SESSION_BYTES = 18;
    private static final int KEY_BYTES = 32;
    private static final int MARK_CHARS = 8;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    public Tokens(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Tokens that end with this process. */
    public static Tokens ofThisProcess() {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        return new Tokens(secret);
    }

    /** A session nobody has. */
    public String newSession() {
        byte[] session = new byte[SESSION_BYTES];
        random.nextBytes(session);
        return encode(session);
    }

    public String sign(String session) {
        return session + '.' + encode(mac(session));
    }

    /** The session a token was signed for, if it was us who signed it. */
    public Optional<String> session(String token) {
        int dot = token.indexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        String session = token.substring(0, dot);
        byte[] claimed = token.substring(dot + 1).getBytes(StandardCharsets.US_ASCII);
        byte[] real = encode(mac(session)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(claimed, real) ? Optional.of(session) : Optional.empty();
    }

    /**
     * What people may call a token's session by: the account it is of, or the beginning of its
     * name. It stays the same when a player connects again, and lets nobody in.
     */
    static String mark(String token) {
        String session = token.substring(0, Math.max(0, token.indexOf('.')));
        return Badge.read(session)
                .map(Badge::mark)
                .orElse(session.substring(0, Math.min(MARK_CHARS, session.length())));
    }

    private byte[] mac(String session) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(session.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

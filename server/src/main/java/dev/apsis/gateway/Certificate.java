package dev.apsis.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;

import javax.net.ssl.X509KeyManager;

/** A certificate's chain and its key, found to belong together and to be in force. */
public record Certificate(String chain, String key, Instant until) {
    private static final String ALIAS_TYPES = "RSA,EC,EdDSA,RSASSA-PSS";

    static Certificate of(String chain, String key, CertificateFiles files, Instant now)
            throws CertificateProblem {
        X509Certificate own = first(chain, files);
        if (now.isAfter(own.getNotAfter().toInstant())) {
            throw new CertificateProblem(
                    "the certificate in %s ended %s: renew it"
                            .formatted(files.chain(), own.getNotAfter().toInstant()));
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            throw new CertificateProblem(
                    "the certificate in %s begins only %s: is this machine's clock right?"
                            .formatted(files.chain(), own.getNotBefore().toInstant()));
        }
        PrivateKey secret = secret(chain, key, files);
        if (!belong(own.getPublicKey(), secret)) {
            throw new CertificateProblem(foreign(files));
        }
        return new Certificate(chain, key, own.getNotAfter().toInstant());
    }

    private static String foreign(CertificateFiles files) {
        return "the key in %s is not that of the certificate in %s: name a pair"
                .formatted(files.key(), files.chain());
    }

    /** What a server speaks TLS by. */
    ServerSSLOptions options() {
        return new ServerSSLOptions().setUseAlpn(false).setKeyCertOptions(pem());
    }

    PemKeyCertOptions pem() {
        return pem(chain, key);
    }

    /** The key is nobody's business. */
    @Override
    public String toString() {
        return "a certificate until " + until;
    }

    private static PemKeyCertOptions pem(String chain, String key) {
        return new PemKeyCertOptions()
                .setCertValue(Buffer.buffer(chain, StandardCharsets.ISO_8859_1.name()))
                .setKeyValue(Buffer.buffer(key, StandardCharsets.ISO_8859_1.name()));
    }

    /** The server's own stands first, before those who vouch for it. */
    private static X509Certificate first(String chain, CertificateFiles files)
            throws CertificateProblem {
        int begin = chain.indexOf("-----BEGIN CERTIFICATE-----");
        if (begin < 0) {
            throw new CertificateProblem(
                    files.chain() + " has no certificate: it is to begin with BEGIN CERTIFICATE");
        }
        byte[] bytes = chain.substring(begin).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException broken) {
            throw new CertificateProblem(
                    files.chain() + " has a certificate that can't be read", broken);
        }
    }

    /** Read by the same code that will serve with it, so that nothing is found out later. */
    private static PrivateKey secret(String chain, String key, CertificateFiles files)
            throws CertificateProblem {
        if (!key.contains("PRIVATE KEY-----") || key.contains("ENCRYPTED")) {
            throw new CertificateProblem(
                    files.key()
                            + " has no key: a private key without a password is needed, as PEM");
        }
        try {
            var manager =
                    (X509KeyManager) pem(chain, key).getKeyManagerFactory(null).getKeyManagers()[0];
            return Arrays.stream(ALIAS_TYPES.split(",", -1))
                    .map(type -> manager.getServerAliases(type, null))
                    .filter(found -> found != null && found.length > 0)
                    .map(found -> manager.getPrivateKey(found[0]))
                    .findFirst()
                    .orElseThrow(
                            () -> new CertificateProblem(files.key() + " has a key of no use"));
        } catch (CertificateProblem told) {
            throw told;
        } catch (IllegalArgumentException ofAnotherKind) {
            throw new CertificateProblem(foreign(files), ofAnotherKind);
        } catch (Exception broken) { // Vert.x declares no narrower one
            throw new CertificateProblem(
                    "%s and %s can't be used: %s"
                            .formatted(files.chain(), files.key(), broken.getMessage()),
                    broken);
        }
    }

    /** Whether what one signs the other confirms. */
    private static boolean belong(PublicKey open, PrivateKey secret) {
        String algorithm =
                switch (secret.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> secret.getAlgorithm();
                };
        byte[] words = {1, 2, 3};
        try {
            Signature pen = Signature.getInstance(algorithm);
            pen.initSign(secret);
            pen.update(words);
            byte[] signed = pen.sign();
            pen.initVerify(open);
            pen.update(words);
            return pen.verify(signed);
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }
}

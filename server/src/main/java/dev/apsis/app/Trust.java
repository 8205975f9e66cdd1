package dev.apsis.app;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The word {@code --trust} of commands that are a server's clients: who may vouch for it. */
final class Trust {
    /** What to do about a certificate nobody known vouches for. */
    static final String ADVICE =
            "if it is your server, name its certificate with --trust FILE, and the server by the"
                    + " name that stands in it";

    private Trust() {}

    /** Those whose certificates are in a file in PEM; whom Java believes, if there is no file. */
    static SSLContext of(@Nullable Path file) {
        try {
            if (file == null) {
                return SSLContext.getDefault();
            }
            KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            for (Certificate certificate : certificates(file)) {
                known.setCertificateEntry(String.valueOf(known.size()), certificate);
            }
            UsageProblem.unless(known.size() > 0, "--trust: there is no certificate in " + file);
            var managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(known);
            SSLContext trust = SSLContext.getInstance("TLS");
            trust.init(null, managers.getTrustManagers(), null);
            return trust;
        } catch (IOException unread) {
            throw new UsageProblem("--trust: %s can't be read".formatted(file), unread);
        } catch (GeneralSecurityException noPem) {
            throw new UsageProblem("--trust: %s has no certificates in PEM".formatted(file), noPem);
        }
    }

    private static Iterable<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }
}

package dev.apsis.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/** Where a server's certificate and its key lie, both as PEM. */
public record CertificateFiles(Path chain, Path key) {
    /** No chain or key is longer; a longer file is another. */
    private static final int MAX_BYTES = 256 * 1024;

    /** The pair as it is there at a moment; fails if it could not serve. */
    public Certificate read(Instant now) throws CertificateProblem {
        return Certificate.of(text(chain), text(key), this, now);
    }

    private static String text(Path file) throws CertificateProblem {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new CertificateProblem(file + " is too long for a file in PEM");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException absent) {
            throw new CertificateProblem(file + " is not there", absent);
        } catch (AccessDeniedException denied) {
            throw new CertificateProblem(file + " may not be read by this program", denied);
        } catch (IOException broken) {
            throw new CertificateProblem(file + " can't be read: " + broken.getMessage(), broken);
        }
    }
}

package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;

/** What may serve, and the sentences for what may not. */
class CertificateTest {
    @TempDir private Path folder;

    private static void assertRefused(String words, CertificateFiles files, Instant now) {
        var problem = assertThrows(CertificateProblem.class, () -> files.read(now));
        assertTrue(String.valueOf(problem.getMessage()).contains(words), problem::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void aPairOfEitherKindServes(String algorithm) throws Exception {
        Certificate read = Papers.issue(folder, "one", algorithm).read(Instant.now());
        assertTrue(read.until().isAfter(Instant.now()));
        assertEquals("a certificate until " + read.until(), read.toString());
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        CertificateFiles one = Papers.issue(folder, "one", "EC");
        Path other = Files.createDirectory(folder.resolve("other"));
        Path key = Papers.issue(other, "two", "EC").key();
        Path ofAnotherKind = Files.createDirectory(folder.resolve("third"));
        Path rsa = Papers.issue(ofAnotherKind, "three", "RSA").key();
        for (Path wrong : new Path[] {key, rsa}) {
            var mixed = new CertificateFiles(one.chain(), wrong);
            assertRefused("is not that of the certificate", mixed, Instant.now());
        }
    }

    @Test
    void whatIsOverOrHasNotBegunIsRefused() throws Exception {
        CertificateFiles files = Papers.issue(folder, "one", "EC");
        assertRefused("renew it", files, Instant.now().plus(Duration.ofDays(3)));
        assertRefused("clock right", files, Instant.now().minus(Duration.ofDays(3)));
    }

    @Test
    void everyFileThatIsNoneIsNamed() throws IOException, GeneralSecurityException {
        CertificateFiles good = Papers.issue(folder, "one", "EC");
        Path absent = folder.resolve("absent.pem");
        Path garbage = Files.writeString(folder.resolve("garbage.pem"), "nothing of use");
        String head = "-----BEGIN CERTIFICATE-----\n";
        Path torn = Files.writeString(folder.resolve("torn.pem"), head + "AAAA");
        Path cut = Files.writeString(folder.resolve("cut.pem"), "-----BEGIN PRIVATE KEY-----\nAA");
        Instant now = Instant.now();
        assertRefused("absent.pem is not there", new CertificateFiles(absent, good.key()), now);
        assertRefused("has no certificate", new CertificateFiles(garbage, good.key()), now);
        assertRefused("can't be read", new CertificateFiles(torn, good.key()), now);
        assertRefused("has no key", new CertificateFiles(good.chain(), garbage), now);
        assertRefused("cut.pem can't be used", new CertificateFiles(good.chain(), cut), now);
    }
}

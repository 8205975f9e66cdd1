package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Self-signed certificates, made by the JDK's own keytool. */
public final class Papers {
    private static final String WORD = "changeit";

    private Papers() {}

    /** Writes a pair for localhost over whatever was there. */
    public static CertificateFiles issue(Path folder, String name, String algorithm)
            throws IOException, GeneralSecurityException {
        return issue(folder, name, algorithm, "-validity", "2");
    }

    /** The same with more words for keytool, such as for how long, or for which names. */
    public static CertificateFiles issue(
            Path folder, String name, String algorithm, String... terms)
            throws IOException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        Files.deleteIfExists(store);
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String line =
                "-genkeypair -alias a -keyalg %s -dname CN=%s -storetype PKCS12 -storepass %s"
                        .formatted(algorithm, name, WORD);
        var words = new ArrayList<String>();
        words.add(tool);
        words.addAll(List.of(line.split(" ", -1)));
        words.addAll(List.of(terms));
        words.addAll(List.of("-keystore", store.toString()));
        try {
            assertEquals(0, new ProcessBuilder(words).inheritIO().start().waitFor());
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, WORD.toCharArray());
        }
        var files = new CertificateFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        write(files.chain(), "CERTIFICATE", keys.getCertificate("a").getEncoded());
        byte[] key = keys.getKey("a", WORD.toCharArray()).getEncoded();
        write(files.key(), "PRIVATE KEY", key);
        return files;
    }

    private static void write(Path file, String what, byte[] bytes) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        String pem = "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, lines, what);
        Files.writeString(file, pem);
    }
}

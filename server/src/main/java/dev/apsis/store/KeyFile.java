package dev.apsis.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A file with a secret, made when it is first read, and readable to nobody else. */
final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    static byte[] read(Path file, RandomGenerator random) throws IOException {
        if (!Files.exists(file)) {
            make(file, random);
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!text.matches("[0-9a-f]{%d}".formatted(2 * BYTES))) {
            throw new StoreProblem(
                    StoreProblem.Kind.SETUP,
                    "%s is damaged: restore it, or delete it; then everybody has to sign in again"
                            .formatted(file.toAbsolutePath()));
        }
        return HexFormat.of().parseHex(text);
    }

    /** Whole or not at all: it gets its name when it is written. */
    private static void make(Path file, RandomGenerator random) throws IOException {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView("posix")) {
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n", StandardCharsets.US_ASCII);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

package dev.apsis.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;

/** A file that the code must reproduce. To write it anew: {@code -Dvectors=write}. */
final class Golden {
    private Golden() {}

    static void check(String name, String content) throws IOException {
        Path file = root().resolve("docs").resolve("vectors").resolve(name);
        // One entry a line, so that a change shows where it is.
        String text = content.replace("},{\"", "},\n{\"").replace("[{\"", "[\n{\"") + "\n";
        if ("write".equals(System.getProperty("vectors"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertEquals(
                Files.readString(file, StandardCharsets.UTF_8),
                text,
                name + ": if the change is wanted, -Dvectors=write writes it; raise the version");
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The project's folder: the one that holds Maven's settings. */
    static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve(".mvn"))) {
            root = Objects.requireNonNull(root.getParent());
        }
        return root;
    }
}

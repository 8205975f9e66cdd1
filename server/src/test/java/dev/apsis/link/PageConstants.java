package dev.apsis.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The browser client's constants, read from its source: they stand in one place. */
final class PageConstants {
    private static final Path WEB = web();

    private final String source;
    private final Path file;

    private PageConstants(Path file) {
        this.file = file;
        try {
            this.source = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a file below the page's sources. */
    static PageConstants of(String file) {
        return new PageConstants(WEB.resolve(file));
    }

    double number(String name) {
        Matcher found =
                Pattern.compile("^const " + name + " = ([0-9._]+);", Pattern.MULTILINE)
                        .matcher(source);
        if (!found.find()) {
            throw new AssertionError("no constant " + name + " in " + file + ": mend this twin");
        }
        return Double.parseDouble(found.group(1).replace("_", ""));
    }

    int whole(String name) {
        return (int) number(name);
    }

    private static Path web() {
        Path below = Path.of("client-web/src/main/web");
        return Files.exists(below) ? below : Path.of("..").resolve(below);
    }
}

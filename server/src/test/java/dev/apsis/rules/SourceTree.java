package dev.apsis.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The project's own text files, as paths from its root. */
final class SourceTree {
    private static final Set<String> NOT_OURS =
            Set.of(".git", ".idea", ".vscode", ".cifuzz-corpus", "node_modules", "target");
    private static final Set<String> TEXT =
            Set.of(
                    "cmd",
                    "css",
                    "editorconfig",
                    "gitattributes",
                    "gitignore",
                    "html",
                    "java",
                    "json",
                    "md",
                    "mjs",
                    "sh",
                    "ts",
                    "txt",
                    "xml",
                    "yml");
    private static final Path ROOT = root();

    private SourceTree() {}

    static List<Path> files() {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new Finder(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tests run in their module's folder; the root is the one above that holds Maven's settings.
     */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            Path above = folder.getParent();
            if (above == null) {
                throw new IllegalStateException("run the tests from within the project's folder");
            }
            folder = above;
        }
        return folder;
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final List<Path> found;

        Finder(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skip = NOT_OURS.contains(folder.getFileName().toString());
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            boolean nameless = name.indexOf('.') < 0;
            if (nameless || TEXT.contains(name.substring(name.lastIndexOf('.') + 1))) {
                found.add(ROOT.relativize(file));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}

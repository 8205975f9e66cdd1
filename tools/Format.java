import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that every Java file is in our format ("check"), or rewrites those that are not ("apply").
 */
final class Format {
    private Format() {}

    public static void main(String[] args) throws Exception {
        boolean apply = args[0].equals("apply");
        List<String> options = new ArrayList<>(List.of("--aosp"));
        options.addAll(
                apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        options.addAll(javaFiles());

        StringWriter unformatted = new StringWriter();
        PrintWriter out = new PrintWriter(unformatted);
        PrintWriter err = new PrintWriter(System.err, true);
        int exit =
                new Main(out, err, InputStream.nullInputStream())
                        .format(options.toArray(String[]::new));
        unformatted.toString().lines().forEach(file -> err.println("not in our format: " + file));
        if (exit != 0 && !apply) {
            err.println("To put them into it: mvn -q -N process-sources -Dformat=apply");
        }
        System.exit(exit);
    }

    /** Every module's sources, and this file's own folder. */
    private static List<String> javaFiles() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".java"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<Path> folders() throws IOException {
        List<Path> found = new ArrayList<>(List.of(Path.of("tools")));
        try (Stream<Path> modules = Files.list(Path.of(""))) {
            modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .forEach(found::add);
        }
        return found;
    }
}

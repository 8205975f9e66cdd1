package dev.apsis.config;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where values are looked for: a file or none, the environment, and the flags by their names. Read
 * again, it tells what the file says by then.
 */
public record Sources(
        @Nullable Path file, Map<String, String> environment, Map<String, List<String>> flags) {
    /** Says where the file is, if no flag does. */
    public static final String FILE_VARIABLE = "APSIS_CONFIG";

    /** The file that is read without being asked for, where the server is started. */
    public static final String FILE_NAME = "apsis.yaml";

    public Sources {
        environment = Map.copyOf(environment);
        flags = Map.copyOf(flags);
    }

    /** Nothing is set at all. */
    public static final Sources NONE = new Sources(null, Map.of(), Map.of());

    /** The file that is named, or that is there anyway; null for none. */
    public static @Nullable Path file(@Nullable Path named, Map<String, String> environment) {
        String variable = environment.get(FILE_VARIABLE);
        if (named != null) {
            return named;
        }
        if (variable != null && !variable.isBlank()) {
            return Path.of(variable);
        }
        Path usual = Path.of(FILE_NAME);
        return Files.exists(usual) ? usual : null;
    }

    /** Reads everything anew. */
    public Reading read() {
        List<Problem> problems = new ArrayList<>();
        List<Given> given = new ArrayList<>(fromFile(problems));
        given.addAll(Variables.read(environment, Settings.rooms(given), problems));
        given.addAll(fromFlags());
        return Reading.of(given, problems);
    }

    private List<Given> fromFile(List<Problem> problems) {
        Path path = file;
        if (path == null) {
            return List.of();
        }
        String name = String.valueOf(path.getFileName());
        try {
            return YamlFile.read(name, Files.readString(path), problems);
        } catch (NoSuchFileException absent) {
            problems.add(new Problem("", path + " is not there: 'apsis config init' writes one"));
        } catch (MalformedInputException binary) {
            problems.add(new Problem("", path + " is no text in UTF-8"));
        } catch (IOException broken) {
            problems.add(new Problem("", path + " can't be read: " + broken.getMessage()));
        }
        return List.of();
    }

    private List<Given> fromFlags() {
        List<Given> given = new ArrayList<>();
        for (Key<?> key : KeyTable.all()) {
            List<String> texts = flags.get(key.flag());
            if (texts != null) {
                given.add(new Given(key.path(), texts, Source.FLAG, key.flag(), ""));
            }
        }
        return given;
    }
}

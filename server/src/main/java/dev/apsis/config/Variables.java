package dev.apsis.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what the environment gives: {@code APSIS_} and a path in capitals. Pure. */
final class Variables {
    private static final String PREFIX = "APSIS_";
    private static final String ROOMS = "APSIS_ROOMS_";

    /** Said to the launcher, and where the file is. */
    private static final List<String> OTHERS = List.of("APSIS_JAVA_OPTS", Sources.FILE_VARIABLE);

    /** What Kubernetes sets in each container for a service that is called apsis. */
    private static final Pattern SERVICE_LINKS = Pattern.compile("APSIS_(PORT|SERVICE)(_.*)?");

    private Variables() {}

    /** What is given for the whole server, and for the rooms that the file names. */
    static List<Given> read(
            Map<String, String> environment, Collection<String> rooms, List<Problem> problems) {
        Map<String, Key<?>> known = known(rooms);
        List<Given> given = new ArrayList<>();
        new TreeMap<>(environment)
                .forEach(
                        (name, text) -> {
                            Key<?> key = known.get(name);
                            if (key != null) {
                                var texts = key.many() ? split(text) : List.of(text);
                                given.add(
                                        new Given(
                                                key.path(),
                                                texts,
                                                Source.ENVIRONMENT,
                                                name,
                                                "environment"));
                            } else if (isOurs(name)) {
                                unknown(name, known.keySet()).ifPresent(problems::add);
                            }
                        });
        return given;
    }

    /** A list in one text: its parts are divided by commas. */
    static List<String> split(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static Map<String, Key<?>> known(Collection<String> rooms) {
        Map<String, Key<?>> known = new LinkedHashMap<>();
        KeyTable.all().forEach(key -> known.put(key.variable(), key));
        for (String room : rooms) {
            for (Key<?> key : RoomKeys.EACH_HAS) {
                Key<?> own = key.under(RoomKeys.EACH + '.' + room);
                known.put(own.variable(), own);
            }
        }
        return known;
    }

    private static boolean isOurs(String name) {
        return name.startsWith(PREFIX)
                && !OTHERS.contains(name)
                && !SERVICE_LINKS.matcher(name).matches();
    }

    /** Others may have variables of such names too: only what is meant for us can be wrong. */
    private static Optional<Problem> unknown(String name, Collection<String> known) {
        Optional<String> near = Nearest.to(name, known);
        boolean meant =
                KeyTable.sections().stream()
                        .anyMatch(section -> name.startsWith(Key.variable(section) + '_'));
        String hint =
                near.map(each -> "did you mean " + each + "?")
                        .orElse("'apsis config docs' lists what there is");
        return near.isPresent() || meant || name.startsWith(ROOMS)
                ? Optional.of(new Problem("environment", name + " is unknown: " + hint))
                : Optional.empty();
    }
}

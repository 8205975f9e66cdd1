package dev.apsis.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be set, in the order in which it is read: file, environment, flags, checks
 * and the reference page are made of this one table.
 */
public final class KeyTable {
    private static final Map<String, Key<?>> BY_PATH = new LinkedHashMap<>();

    static {
        List<Key<?>> all = new ArrayList<>(ServerKeys.ALL);
        all.addAll(ApproachKeys.ALL);
        all.addAll(WatchKeys.ALL);
        all.addAll(StoreKeys.ALL);
        all.addAll(DirectoryKeys.ALL);
        all.addAll(RoomKeys.forAll());
        all.forEach(key -> BY_PATH.put(key.path(), key));
    }

    private KeyTable() {}

    /** All keys, by full paths; those of {@code room} may also stand in each of {@code rooms}. */
    public static Collection<Key<?>> all() {
        return BY_PATH.values();
    }

    /** The key of a path, whether for all rooms or for one. */
    public static Optional<Key<?>> find(String path) {
        Key<?> known = BY_PATH.get(path);
        return known != null ? Optional.of(known) : ofOneRoom(path);
    }

    private static Optional<Key<?>> ofOneRoom(String path) {
        String[] parts = path.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(RoomKeys.EACH) || !isName(parts[1])) {
            return Optional.empty();
        }
        String section = parts[0] + '.' + parts[1];
        for (Key<?> key : RoomKeys.EACH_HAS) {
            if (key.path().equals(parts[2])) {
                return Optional.of(key.under(section));
            }
        }
        return Optional.empty();
    }

    /** Whether a path is one that has keys below it. */
    static boolean isSection(String path) {
        return sections().contains(path) || path.equals(RoomKeys.EACH) || isRoom(path);
    }

    /** Whether a path names a room. */
    static boolean isRoom(String path) {
        String prefix = RoomKeys.EACH + '.';
        return path.startsWith(prefix) && isName(path.substring(prefix.length()));
    }

    static Set<String> sections() {
        Set<String> sections = new LinkedHashSet<>();
        BY_PATH.values().forEach(key -> sections.add(key.section()));
        return sections;
    }

    /** What is wrong with a path that is unknown, to be read after it. */
    static String objection(String path) {
        if (isSection(path)) {
            return "is a section: give its settings below it, one a line";
        }
        int dot = path.lastIndexOf('.');
        if (dot > 0 && find(path.substring(0, dot)).isPresent()) {
            return "is unknown: " + path.substring(0, dot) + " is a value and has no parts";
        }
        String[] parts = path.split("\\.", -1);
        if (parts.length > 1 && parts[0].equals(RoomKeys.EACH) && !isName(parts[1])) {
            return "is unknown: the name of a room is 1 to 32 of a-z, 0-9 and '-'";
        }
        if (find(path).isPresent()) {
            return "is unknown: there is no such room";
        }
        return "is unknown"
                + Nearest.to(path, known(parts))
                        .map(near -> ": did you mean " + near + "?")
                        .orElse(": 'apsis config docs' lists what there is");
    }

    private static Collection<String> known(String[] parts) {
        if (parts.length == 3 && parts[0].equals(RoomKeys.EACH)) {
            String section = parts[0] + '.' + parts[1] + '.';
            return RoomKeys.EACH_HAS.stream().map(key -> section + key.path()).toList();
        }
        return BY_PATH.keySet();
    }

    private static boolean isName(String text) {
        return RoomKeys.ROOM_NAME.matcher(text).matches();
    }
}

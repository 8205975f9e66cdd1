package dev.apsis.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All settings, each with where it came from. Immutable. */
public final class Settings {
    private final Map<String, Given> givenByPath;

    Settings(Map<String, Given> givenByPath) {
        this.givenByPath = new LinkedHashMap<>(givenByPath);
    }

    /** As if nobody had set anything. */
    public static Settings standard() {
        return new Settings(Map.of());
    }

    public <T> T get(Key<T> key) {
        return read(key, given(key));
    }

    /** The value of a key, as somebody gave it. */
    public Given given(Key<?> key) {
        Given given = givenByPath.get(key.path());
        return given == null ? Given.standard(key) : given;
    }

    /** The rooms there are, in their order; one if none are named. */
    public List<RoomSettings> rooms() {
        Set<String> names = rooms(givenByPath.values());
        if (names.isEmpty()) {
            String only = get(RoomKeys.NAME.under(RoomKeys.SECTION));
            return List.of(new RoomSettings(only, RoomKeys.SECTION, this));
        }
        return names.stream()
                .map(name -> new RoomSettings(name, RoomKeys.EACH + '.' + name, this))
                .toList();
    }

    /** The keys there are with these settings: those of the table, and of each room what it has. */
    public List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>(KeyTable.all());
        for (String room : rooms(givenByPath.values())) {
            for (Key<?> key : RoomKeys.EACH_HAS) {
                Key<?> own = key.under(RoomKeys.EACH + '.' + room);
                if (givenByPath.containsKey(own.path())) {
                    keys.add(own);
                }
            }
        }
        return keys;
    }

    /** The names of rooms that values are given for. */
    static Set<String> rooms(Collection<Given> givens) {
        Set<String> names = new LinkedHashSet<>();
        for (Given given : givens) {
            String[] parts = given.path().split("\\.", -1);
            boolean known =
                    KeyTable.isRoom(given.path()) || KeyTable.find(given.path()).isPresent();
            if (known && parts[0].equals(RoomKeys.EACH)) {
                names.add(parts[1]);
            }
        }
        return names;
    }

    /** Whether there is such a key: of the table, or of a room there is. */
    boolean has(Key<?> key) {
        boolean general = KeyTable.all().stream().anyMatch(each -> each.path().equals(key.path()));
        return general
                || rooms(givenByPath.values()).stream()
                        .anyMatch(room -> key.section().equals(RoomKeys.EACH + '.' + room));
    }

    boolean gives(String path) {
        return givenByPath.containsKey(path);
    }

    static <T> T read(Key<T> key, Given given) {
        return key.kind()
                .read(given.texts())
                .orElseThrow(() -> new IllegalStateException("unchecked: " + given.path()));
    }
}

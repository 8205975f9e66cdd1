package dev.apsis.config;

/** The settings of one room: its own, or what is said for all rooms. Immutable. */
public final class RoomSettings {
    private final String name;
    private final String section;
    private final Settings settings;

    RoomSettings(String name, String section, Settings settings) {
        this.name = name;
        this.section = section;
        this.settings = settings;
    }

    public String name() {
        return name;
    }

    /** Whether it is the one room of a server that names none. */
    boolean isOnly() {
        return section.equals(RoomKeys.SECTION);
    }

    /** Its seats: a duel has two. */
    public int seats() {
        boolean duel = get(RoomKeys.ROTATION).isEmpty() && get(RoomKeys.MODE).equals("duel");
        return duel ? 2 : get(RoomKeys.CAPACITY);
    }

    public <T> T get(Key<T> key) {
        return Settings.read(key, given(key));
    }

    /** The value of a key of {@link RoomKeys}, as somebody gave it for this room or for all. */
    public Given given(Key<?> key) {
        Key<?> own = key.under(section);
        return settings.gives(own.path())
                ? settings.given(own)
                : settings.given(key.under(RoomKeys.SECTION));
    }

    /** Whether a value is given, in the section where another one is. */
    boolean givenBeside(Key<?> key, Key<?> other) {
        Given value = given(key);
        Given beside = given(other);
        return value.source() != Source.DEFAULT && section(value).equals(section(beside));
    }

    private static String section(Given given) {
        return given.path().substring(0, given.path().lastIndexOf('.'));
    }
}

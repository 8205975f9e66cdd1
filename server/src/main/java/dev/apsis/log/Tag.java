package dev.apsis.log;

/** A field of a line in the log: what it is about. */
public record Tag(String name, Object value) {
    public static Tag room(String room) {
        return new Tag("room", room);
    }

    /** By the beginning of its name, which lets nobody in. */
    public static Tag session(String mark) {
        return new Tag("session", mark);
    }

    public static Tag player(String name) {
        return new Tag("player", name);
    }

    public static Tag address(String address) {
        return new Tag("address", address);
    }
}

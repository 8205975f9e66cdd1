package dev.apsis.engine;

/** Where on the event bus a room is spoken to and heard. */
public final class RoomAddress {
    private RoomAddress() {}

    public static String commands(String room) {
        return "room." + room + ".commands";
    }

    public static String frames(String room) {
        return "room." + room + ".frames";
    }
}

package dev.apsis.gateway;

import dev.apsis.engine.RoomTiming;
import dev.apsis.protocol.orbit.Arena;

/** What a gateway must know of a room to let somebody in. */
public record Venue(
        String room,
        String mode,
        int capacity,
        boolean locked,
        boolean listed,
        ChatPolicy chat,
        RoomTiming timing,
        Arena arena) {
    /** A room where everybody may speak to all. */
    public Venue(
            String room,
            String mode,
            int capacity,
            boolean locked,
            boolean listed,
            RoomTiming timing,
            Arena arena) {
        this(room, mode, capacity, locked, listed, ChatPolicy.ROOM, timing, arena);
    }
}

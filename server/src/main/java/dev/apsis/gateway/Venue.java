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
        RoomTiming timing,
        Arena arena) {}

package dev.apsis.gateway;

import dev.apsis.engine.BotPolicy;
import dev.apsis.engine.RoomTiming;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.Arena;

/**
 * What a gateway must know of a room to let somebody in. The address is where the event bus reaches
 * it, and no other room ever, not even a later one of the same name. Where there are no teams their
 * number is 0; the seed is of its match, and no client's business.
 */
public record Venue(
        String room,
        String address,
        String mode,
        int teams,
        int capacity,
        boolean locked,
        boolean listed,
        ChatPolicy chat,
        BotPolicy botPolicy,
        String motd,
        RoomTiming timing,
        Arena arena,
        long seed) {
    /** What a client is told that is let in, with a seat or (-1) without. */
    Welcome welcome(int seat, String token, int tick) {
        return new Welcome(seat, token, room, tick, timing.ticksPerFrame(), arena);
    }

    /** A room without teams where everybody may speak to all. */
    public Venue(
            String room,
            String mode,
            int capacity,
            boolean locked,
            boolean listed,
            RoomTiming timing,
            Arena arena) {
        this(
                room,
                room,
                mode,
                /* teams= */ 0,
                capacity,
                locked,
                listed,
                ChatPolicy.ROOM,
                BotPolicy.OPEN,
                "",
                timing,
                arena,
                /* seed= */ 0);
    }
}

package dev.apsis.gateway;

import java.util.List;

/** What a gateway asks of the lobby, which owns the set of rooms, at {@link #ADDRESS}. */
public sealed interface LobbyMessage {
    String ADDRESS = "lobby";

    /** Which rooms are there? Answered by {@link Rooms}. */
    record Survey() implements LobbyMessage {}

    /** Open a room, please. Answered by a {@link Reply}. */
    record Open(RoomWish wish) implements LobbyMessage {}

    /** Open no more, and drain all rooms. Answered, with nothing, when the last has ended. */
    record Drain(int seconds) implements LobbyMessage {}

    /**
     * Begin a room's next turn, or the same match anew, at once; everybody goes there. Answered,
     * with nothing, when it has begun; fails if there is no such room.
     */
    record Begin(String room, boolean nextTurn) implements LobbyMessage {}

    /** All rooms, listed or not. */
    record Rooms(List<Venue> venues) {
        public Rooms {
            venues = List.copyOf(venues);
        }
    }

    /** What came of a wish. */
    sealed interface Reply {
        record Opened(Venue venue) implements Reply {}

        /** Not now, and why, in words for whoever asked. */
        record Declined(String why) implements Reply {}
    }
}

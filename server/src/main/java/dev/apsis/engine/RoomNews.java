package dev.apsis.engine;

import dev.apsis.engine.game.Fact;
import dev.apsis.protocol.frame.Frame;

import java.util.List;

/** What a room tells everybody who watches it, at {@link RoomAddress#frames}. */
public sealed interface RoomNews {
    record Captured(Frame frame) implements RoomNews {}

    /** What must not be lost, as the game's simulation told it. */
    record Happened(List<Fact> facts) implements RoomNews {
        public Happened {
            facts = List.copyOf(facts);
        }
    }

    /** Who sits where; told when somebody comes or goes, and when scores change. */
    record Gathered(List<Seat> seats) implements RoomNews {
        public Gathered {
            seats = List.copyOf(seats);
        }
    }

    /** A seat was taken over: older links to it are void. */
    record Relinked(int seat, int link) implements RoomNews {}

    /** The room ended and will say nothing more. */
    record Closed(String why) implements RoomNews {}

    /** One line of who sits where. */
    record Seat(int seat, String name, boolean bot, int score) {}
}

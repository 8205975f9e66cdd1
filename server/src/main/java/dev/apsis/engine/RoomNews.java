package dev.apsis.engine;

import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Pilot;
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

    /** A bot made way for a person, who has its seat by this link: older ones are void. */
    record Yielded(int seat, int link) implements RoomNews {}

    /** A pilot did nothing for long: whoever has this link has no seat any more, and watches. */
    record Unseated(int seat, int link) implements RoomNews {}

    /** The room has too much to do, or no longer: how much is to be spared. */
    record Relieving(Relief relief) implements RoomNews {}

    /** The room says a line, to who sits in a seat or to everybody. */
    record Said(int seat, String words) implements RoomNews {
        public static final int EVERYBODY = -1;
    }

    /** Whoever has this link to a seat has it no more and has to go, for a reason in words. */
    record SentAway(int seat, int link, String words) implements RoomNews {}

    /** The people of the room voted for something that is its lobby's to do. */
    record Decided(Matter matter) implements RoomNews {}

    /** The room will end in so many seconds at the latest. */
    record Ending(int secondsLeft) implements RoomNews {}

    /** The room stands still until these pilots, who are programs, say what they want. */
    record Awaiting(List<String> names) implements RoomNews {
        public Awaiting {
            names = List.copyOf(names);
        }
    }

    /** The room ended and will say nothing more. */
    record Closed(End end) implements RoomNews {}

    /** Why a room ended. */
    enum End {
        /** Nobody was there any more, or its lobby closed it. */
        DESERTED,
        /** A bug of ours; the log has it. */
        FAILED,
        /** The server is about to restart. */
        DRAINED,
        /** Another room took its name, and everybody goes there. */
        MOVED
    }

    /**
     * One line of who sits where; side 0 is none, and a house bot is the room's own. Its session is
     * no client's business.
     */
    record Seat(int seat, String session, Pilot pilot, boolean house, int side, int score) {}
}

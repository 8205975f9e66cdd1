package dev.apsis.engine;

import dev.apsis.engine.game.Pilot;
import dev.apsis.measure.Buckets.Counted;

import java.util.List;

/** What a gateway tells a room, at {@link RoomAddress#commands}. */
public sealed interface RoomMessage {
    /**
     * A session wants a seat, or its own one back; answered by a {@link Seating}. House bots are
     * the room's own: nobody asks them for a password, and a room with nobody else is deserted.
     */
    record Join(String session, Pilot pilot, String password, boolean house)
            implements RoomMessage {
        public Join(String session, Pilot pilot, String password) {
            this(session, pilot, password, false);
        }
    }

    /** Somebody wants to watch without a seat; answered by a {@link Seating}. */
    record Watch(String password) implements RoomMessage {}

    /** A connection ended. Its seat is kept for a while unless it left for good. */
    record Leave(int seat, int link, boolean forGood) implements RoomMessage {}

    /**
     * Packed commands for the ticks from {@code firstTick} on, over a line with such a round trip;
     * 0 where nobody knows it.
     */
    record Orders(int seat, int link, int firstTick, int[] packed, int tripMillis)
            implements RoomMessage {
        public Orders(int seat, int link, int firstTick, int[] packed) {
            this(seat, link, firstTick, packed, 0);
        }
    }

    /**
     * What came together, told together, in order; none of it wants an answer. Answered as a whole,
     * with nothing, when taken in.
     */
    record Several(List<? extends RoomMessage> messages) implements RoomMessage {
        public Several {
            messages = List.copyOf(messages);
        }
    }

    /** Other rules hold from here on, also for who is here. */
    record Amend(EntryRules entry, Idleness idleness, VoteRules votes) implements RoomMessage {}

    /** Another room took this one's name: close, and everybody goes there. */
    record Move() implements RoomMessage {}

    /** A pilot wants a vote; the name says on whom, if it is about somebody. */
    record Call(int seat, int link, Matter matter, String name) implements RoomMessage {}

    /** A pilot says what it wants in the vote that is open. */
    record Cast(int seat, int link, boolean yes) implements RoomMessage {}

    /**
     * Let nobody in any more, and end with the round, or after so many seconds, for a reason.
     * Answered, with nothing, when the room has ended.
     */
    record Drain(int seconds, RoomNews.End why) implements RoomMessage {
        /** For the server is about to restart. */
        public Drain(int seconds) {
            this(seconds, RoomNews.End.DRAINED);
        }
    }

    /** How does the room do? Answered by {@link Gauges}. */
    record Measure() implements RoomMessage {}

    /**
     * What the viewers of one event loop were shown since it said so last; viewers may be less. The
     * tick is that of the newest frame shown, 0 before the first.
     */
    record Watched(
            int tick, int viewers, int shown, long bytes, int skipped, int resyncs, Counted showing)
            implements RoomMessage {}

    /** Who is here, and how does the match stand? Answered by a {@link Situation}. */
    record Recap() implements RoomMessage {}

    /** Where is this session's ship? Answered by a {@link Whereabouts}. */
    record Ask(String session) implements RoomMessage {}
}

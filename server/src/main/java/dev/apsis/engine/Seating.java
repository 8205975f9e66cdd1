package dev.apsis.engine;

/** A room's answer to whoever wants a seat. */
public sealed interface Seating {
    /** Seat and link: commands count only under the newest link to a seat. */
    record Seated(int seat, int link, int tick) implements Seating {}

    /** A spectator, who has no seat. */
    record Watching(int tick) implements Seating {}

    record Full(int capacity) implements Seating {}

    /** The room is about to end. */
    record Ending() implements Seating {}

    /** The room has more to do than it can. */
    record Busy() implements Seating {}

    /** The people of the room voted it out. */
    record VotedOut() implements Seating {}

    record WrongPassword() implements Seating {}

    /** The room's seats are for people. */
    record NoBots() implements Seating {}

    /** The room's seats are for bots. */
    record OnlyBots() implements Seating {}
}

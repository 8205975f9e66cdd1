package dev.apsis.engine;

import dev.apsis.engine.game.Fact;

import java.util.List;

/** How things stand in a room, for an audience that has just begun to listen. */
public record Situation(int tick, List<RoomNews.Seat> seats, List<Fact> facts, Relief relief) {
    public Situation {
        seats = List.copyOf(seats);
        facts = List.copyOf(facts);
    }
}

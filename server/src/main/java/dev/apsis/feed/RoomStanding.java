package dev.apsis.feed;

import dev.apsis.engine.RoomNews.Seat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;

/** Who is in a room with which score, and what round it is in: nothing of where they are. */
record RoomStanding(List<Seat> seats, JsonObject round) implements Standing {
    RoomStanding {
        seats = List.copyOf(seats);
    }

    @Override
    public JsonObject json() {
        var people = new JsonArray();
        seats.forEach(seat -> people.add(person(seat).put("score", seat.score())));
        return new JsonObject()
                .put("players", seats.size())
                .put("people", people)
                .put("round", round);
    }

    /** Who sits there. */
    static JsonObject person(Seat seat) {
        return new JsonObject()
                .put("seat", seat.seat())
                .put("name", seat.pilot().name())
                .put("bot", seat.pilot().bot())
                .put("team", seat.side());
    }
}

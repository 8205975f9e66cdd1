package dev.apsis.feed;

import dev.apsis.engine.RoomNews;
import dev.apsis.engine.RoomNews.Seat;
import dev.apsis.engine.Situation;
import dev.apsis.engine.game.Fact;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Puts a room's news into the events of its public feed, which name people and scores but never a
 * place. Owned by its reporter.
 */
final class Narrator {
    private final String epoch;
    private final int ticksPerSecond;
    private final Map<Integer, Seat> bySeat = new HashMap<>();
    private List<Seat> seats = List.of();
    private JsonObject round = new JsonObject();
    private Fact.@Nullable Entered entered;
    private List<Event> telling = new ArrayList<>();
    private long number;
    private long atMillis;

    Narrator(String epoch, int ticksPerSecond) {
        this.epoch = epoch;
        this.ticksPerSecond = ticksPerSecond;
    }

    RoomStanding standing() {
        return new RoomStanding(seats, round);
    }

    /** What how things stood is news of, when its reporter began to listen. */
    List<Event> begin(Situation situation, long nowMillis) {
        atMillis = nowMillis;
        gather(situation.seats());
        situation.facts().forEach(this::tell);
        return told();
    }

    List<Event> hear(RoomNews news, long nowMillis) {
        atMillis = nowMillis;
        switch (news) {
            case RoomNews.Happened(List<Fact> facts) -> facts.forEach(this::tell);
            case RoomNews.Gathered(List<Seat> current) -> gather(current);
            case RoomNews.Ending(int seconds) ->
                    tell("ending", new JsonObject().put("seconds", seconds));
            case RoomNews.Closed(RoomNews.End end) ->
                    tell("closed", new JsonObject().put("reason", word(end)));
            case RoomNews.Captured frame -> {}
            case RoomNews.Relinked relinked -> {}
            case RoomNews.Yielded yielded -> {}
            case RoomNews.Unseated unseated -> {}
            case RoomNews.Relieving relieving -> {}
            case RoomNews.Awaiting awaiting -> {}
            case RoomNews.Said said -> {}
            case RoomNews.SentAway sentAway -> {}
            case RoomNews.Decided decided -> {}
        }
        return told();
    }

    private void tell(String kind, JsonObject fields) {
        telling.add(Event.of(new EventId(epoch, ++number), kind, atMillis, fields));
    }

    private List<Event> told() {
        List<Event> all = telling;
        telling = new ArrayList<>();
        return all;
    }

    private void tell(Fact fact) {
        switch (fact) {
            case Fact.Downed downed -> tell("kill", kill(downed));
            case Fact.Entered entered -> enter(entered);
            case Fact.Sided sided -> {} // the list of people tells
        }
    }

    /** A round's phase is told once, whether it was heard of first or asked for first. */
    private void enter(Fact.Entered next) {
        if (!next.equals(entered)) {
            entered = next;
            round = round(next);
            tell("round", round);
        }
    }

    private JsonObject kill(Fact.Downed downed) {
        var assists = new JsonArray();
        downed.assists().forEach(seat -> assists.add(who(seat)));
        return new JsonObject()
                .put("victim", who(downed.victim()))
                .put("killer", who(downed.by()))
                .put("cause", downed.cause())
                .put("bounty", downed.bounty())
                .put("assists", assists);
    }

    /** A seat and its pilot's name; null for nobody. */
    private @Nullable JsonObject who(int seat) {
        if (seat < 0) {
            return null;
        }
        Seat found = bySeat.get(seat);
        String name = found == null ? "" : found.pilot().name();
        return new JsonObject().put("seat", seat).put("name", name);
    }

    private JsonObject round(Fact.Entered entered) {
        long leftMillis = (entered.endTick() - entered.tick()) * 1000L / ticksPerSecond;
        var standings = new JsonArray();
        for (Fact.Standing line : entered.standings()) {
            standings.add(
                    Objects.requireNonNull(who(line.seat()), "standings are of seats")
                            .put("team", line.side())
                            .put("score", line.score())
                            .put("kills", line.kills())
                            .put("deaths", line.deaths()));
        }
        return new JsonObject()
                .put("phase", entered.phase().name().toLowerCase(Locale.ROOT))
                .put("number", entered.round())
                .put("endsAt", atMillis + Math.max(0, leftMillis))
                .put("winner", who(entered.winner()))
                .put("winningTeam", entered.winningSide())
                .put("standings", standings);
    }

    /** Who came, who went, who changed sides, and then whose score changed. */
    private void gather(List<Seat> current) {
        Map<Integer, Seat> before = new HashMap<>(bySeat);
        seats = current;
        bySeat.clear();
        current.forEach(seat -> bySeat.put(seat.seat(), seat));
        before.values().stream().filter(this::gone).forEach(seat -> tell("left", person(seat)));
        var scores = new JsonArray();
        for (Seat seat : current) {
            Seat was = before.get(seat.seat());
            if (was == null || !was.pilot().equals(seat.pilot())) {
                tell("joined", person(seat));
            } else if (was.side() != seat.side()) {
                tell("sided", person(seat));
            }
            if (was == null ? seat.score() != 0 : was.score() != seat.score()) {
                scores.add(new JsonObject().put("seat", seat.seat()).put("score", seat.score()));
            }
        }
        if (!scores.isEmpty()) {
            tell("scores", new JsonObject().put("scores", scores));
        }
    }

    private boolean gone(Seat before) {
        Seat now = bySeat.get(before.seat());
        return now == null || !now.pilot().equals(before.pilot());
    }

    /** With how many are there after it. */
    private JsonObject person(Seat seat) {
        return RoomStanding.person(seat).put("players", seats.size());
    }

    private static String word(RoomNews.End end) {
        return end.name().toLowerCase(Locale.ROOT);
    }
}

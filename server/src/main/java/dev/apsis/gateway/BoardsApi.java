package dev.apsis.gateway;

import dev.apsis.door.Problem;
import dev.apsis.rating.Rating;
import dev.apsis.store.Board;
import dev.apsis.store.Boards;
import dev.apsis.store.Period;
import dev.apsis.store.Player;
import dev.apsis.store.RoundResult;
import dev.apsis.store.Standing;
import dev.apsis.store.Store;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What was flown, for everybody to read: leaderboards, players, rounds. A match's seed is not told:
 * its room may still be played from it. Owned by one event loop.
 */
final class BoardsApi {
    private static final int STANDARD_LINES = 20;
    private static final Set<String> MODES = Set.of("ffa", "teams", "duel");
    private static final int MAX_WORD_CHARS = 400;

    private final Vertx vertx;
    private final Store store;

    BoardsApi(Vertx vertx, Store store) {
        this.vertx = vertx;
        this.store = store;
    }

    void mount(Router router) {
        RoomsApi.readOnly(router, "/api/leaderboard", this::leaderboard);
        RoomsApi.readOnly(router, "/api/players/:name", this::player);
        RoomsApi.readOnly(router, "/api/rounds/:id", this::round);
    }

    /** What a server answers that keeps nothing: it is no mistake to ask. */
    static void nothing(RoutingContext context) {
        context.response().setStatusCode(204).end();
    }

    private void leaderboard(RoutingContext context) {
        List<String> problems = new ArrayList<>();
        Board.Wish wish = wish(context, problems);
        if (problems.isEmpty()) {
            StoreReply.await(
                    vertx, context, store.boards().page(wish), board -> context.json(json(board)));
        } else {
            Problem.send(context, 400, String.join("; ", problems));
        }
    }

    private Board.Wish wish(RoutingContext context, List<String> problems) {
        String mode = query(context, "mode", "ffa");
        if (!MODES.contains(mode)) {
            problems.add("mode is ffa, teams or duel");
        }
        Optional<Period> period = Period.of(query(context, "period", "week"));
        if (period.isEmpty()) {
            problems.add("period is day, week, month or all");
        }
        Optional<Board.Order> by = Board.Order.of(query(context, "by", "score"));
        if (by.isEmpty()) {
            problems.add("by is score or rating");
        }
        Board.Order order = by.orElse(Board.Order.SCORE);
        String before = query(context, "before", "");
        if (before.length() > MAX_WORD_CHARS || !Boards.isPlace(order, before)) {
            problems.add("before is what an earlier page called next");
        }
        String bots = query(context, "bots", "false");
        if (!bots.equals("true") && !bots.equals("false")) {
            problems.add("bots is true or false");
        }
        return new Board.Wish(
                mode,
                period.orElse(Period.WEEK),
                day(query(context, "day", ""), problems),
                order,
                limit(query(context, "limit", ""), problems),
                before,
                bots.equals("true"));
    }

    private LocalDate day(String text, List<String> problems) {
        try {
            return text.isEmpty() ? store.boards().today() : LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            problems.add("day is a date such as 2026-03-05");
            return LocalDate.EPOCH;
        }
    }

    private static int limit(String text, List<String> problems) {
        if (text.isEmpty()) {
            return STANDARD_LINES;
        }
        int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > Board.MAX_LINES) {
            problems.add("limit is 1 to " + Board.MAX_LINES);
        }
        return limit;
    }

    private static String query(RoutingContext context, String name, String otherwise) {
        String value = context.request().getParam(name);
        return value == null ? otherwise : value;
    }

    private void player(RoutingContext context) {
        String name = Words.clean(Objects.requireNonNullElse(context.pathParam("name"), ""));
        if (name.isEmpty() || name.length() > Reception.MAX_NAME_CHARS) {
            Problem.send(context, 404, "nobody can have such a name");
            return;
        }
        StoreReply.await(
                vertx,
                context,
                store.boards().player(name),
                player ->
                        player.ifPresentOrElse(
                                known -> context.json(json(known)),
                                () -> Problem.send(context, 404, "nobody flew by that name")));
    }

    private void round(RoutingContext context) {
        String id = Objects.requireNonNullElse(context.pathParam("id"), "");
        if (id.length() > MAX_WORD_CHARS || id.indexOf('\0') >= 0) {
            Problem.send(context, 404, "there is no such round");
            return;
        }
        StoreReply.await(
                vertx,
                context,
                store.boards().round(id),
                round ->
                        round.ifPresentOrElse(
                                known -> context.json(json(known)),
                                () -> Problem.send(context, 404, "there is no such round")));
    }

    private static JsonObject json(Board board) {
        var lines = new JsonArray();
        board.lines().forEach(line -> lines.add(json(line)));
        var json =
                new JsonObject()
                        .put("mode", board.mode())
                        .put("period", board.period().word())
                        .put("begins", board.begins().toString())
                        .put("by", board.order().word())
                        .put("lines", lines);
        return board.next().isEmpty() ? json : json.put("next", board.next());
    }

    private static JsonObject json(Standing line) {
        var json =
                new JsonObject()
                        .put("rank", line.rank())
                        .put("name", line.name())
                        .put("kind", line.kind().word())
                        .put("account", line.account())
                        .put("rounds", line.rounds())
                        .put("wins", line.wins())
                        .put("score", line.score())
                        .put("kills", line.kills())
                        .put("deaths", line.deaths());
        return rated(json, line.rating());
    }

    private static JsonObject json(Player player) {
        var modes = new JsonArray();
        player.modes().forEach(mode -> modes.add(json(mode)));
        var rounds = new JsonArray();
        player.lately().forEach(flown -> rounds.add(json(flown)));
        return new JsonObject()
                .put("name", player.name())
                .put("account", player.account())
                .put("modes", modes)
                .put("lately", rounds);
    }

    private static JsonObject json(Player.InMode mode) {
        var json =
                new JsonObject()
                        .put("mode", mode.mode())
                        .put("rounds", mode.rounds())
                        .put("wins", mode.wins())
                        .put("score", mode.score())
                        .put("kills", mode.kills())
                        .put("deaths", mode.deaths());
        return rated(json, mode.rating());
    }

    /** With a rating, if there is one. */
    private static JsonObject rated(JsonObject json, @Nullable Rating rating) {
        return rating == null
                ? json
                : json.put("rating", Math.round(rating.rating()))
                        .put("deviation", Math.round(rating.deviation()));
    }

    private static JsonObject json(Player.Flown flown) {
        return new JsonObject()
                .put("round", flown.round())
                .put("mode", flown.mode())
                .put("ended", flown.ended().toString())
                .put("place", flown.place())
                .put("score", flown.score())
                .put("kills", flown.kills())
                .put("deaths", flown.deaths())
                .put("won", flown.won());
    }

    private static JsonObject json(RoundResult round) {
        var lines = new JsonArray();
        round.lines().forEach(line -> lines.add(json(line)));
        return new JsonObject()
                .put("id", round.id())
                .put("room", round.room())
                .put("mode", round.mode())
                .put("number", round.number())
                .put("begun", round.begun().toString())
                .put("ended", round.ended().toString())
                .put("winningSide", round.winningSide())
                .put("lines", lines);
    }

    private static JsonObject json(RoundResult.Line line) {
        return new JsonObject()
                .put("name", line.name())
                .put("kind", line.kind().word())
                .put("account", line.account() != 0)
                .put("side", line.side())
                .put("score", line.score())
                .put("kills", line.kills())
                .put("deaths", line.deaths())
                .put("won", line.won())
                .put("stayed", line.stayed());
    }
}

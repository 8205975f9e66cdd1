package dev.apsis.store;

import dev.apsis.rating.Rating;
import dev.apsis.rating.Rating.Game;
import dev.apsis.store.RoundResult.Line;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How strong accounts are, by mode: Glicko-2 over each round's accounts, for a guest's name may be
 * anybody's tomorrow. Who flew alone is compared with who stands next above and next below; sides
 * are compared as one pilot of their average strength. So a round is at most two games for each,
 * however many played: all pairs would count one lucky round dozens of times.
 */
final class Ratings {
    /** People have good and bad days, programs do not. */
    static final Rating NEWCOMER =
            new Rating(Rating.UNKNOWN.rating(), Rating.UNKNOWN.deviation(), 0.06);

    private static final String NONE =
            "INSERT INTO ratings (mode, player, name, rating, deviation, volatility, games,"
                    + " changed) VALUES (?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING";
    private static final String READ =
            "SELECT rating, deviation, volatility FROM ratings WHERE mode = ? AND player = ?"
                    + " FOR UPDATE";
    private static final String SAVE =
            "UPDATE ratings SET name = ?, rating = ?, deviation = ?, volatility = ?,"
                    + " games = games + ?, changed = ? WHERE mode = ? AND player = ?";

    /** One account's line and how strong it was taken to be before. */
    private record Entrant(String player, Line line, Rating rating) {
        /** 1 ahead of the other, 0 behind; who left is behind who stayed. */
        double against(Entrant other) {
            int ahead = Boolean.compare(line.stayed(), other.line.stayed());
            int order = ahead != 0 ? ahead : Integer.compare(line.score(), other.line.score());
            return (order + 1) / 2.0;
        }
    }

    void add(Connection connection, RoundResult round) throws SQLException {
        List<Entrant> entrants = entrants(connection, round);
        boolean sides = entrants.stream().allMatch(entrant -> entrant.line.side() != 0);
        for (Entrant entrant : entrants) {
            List<Game> games =
                    sides ? againstSides(round, entrant, entrants) : besides(entrant, entrants);
            if (!games.isEmpty()) {
                save(connection, round, entrant, games);
            }
        }
    }

    /** In the round's order; nobody if there are less than two. */
    private static List<Entrant> entrants(Connection connection, RoundResult round)
            throws SQLException {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Line line : round.lines()) {
            if (line.account() != 0) {
                lines.putIfAbsent(RoundResult.player(line), line);
            }
        }
        if (lines.size() < 2) {
            return List.of();
        }
        Map<String, Rating> ratings = new TreeMap<>();
        for (Map.Entry<String, Line> each : new TreeMap<>(lines).entrySet()) {
            ratings.put(each.getKey(), read(connection, round, each.getKey(), each.getValue()));
        }
        List<Entrant> entrants = new ArrayList<>();
        lines.forEach(
                (player, line) ->
                        entrants.add(
                                new Entrant(player, line, ratings.getOrDefault(player, NEWCOMER))));
        return entrants;
    }

    private static List<Game> besides(Entrant entrant, List<Entrant> entrants) {
        int place = entrants.indexOf(entrant);
        List<Game> games = new ArrayList<>();
        for (int other : new int[] {place - 1, place + 1}) {
            if (other >= 0 && other < entrants.size()) {
                Entrant rival = entrants.get(other);
                games.add(new Game(rival.rating, entrant.against(rival)));
            }
        }
        return games;
    }

    private static List<Game> againstSides(
            RoundResult round, Entrant entrant, List<Entrant> entrants) {
        List<Rating> rivals =
                entrants.stream()
                        .filter(other -> other.line.side() != entrant.line.side())
                        .map(Entrant::rating)
                        .toList();
        if (rivals.isEmpty()) {
            return List.of();
        }
        double score = entrant.line.won() ? 1 : round.winningSide() == 0 ? 0.5 : 0;
        return List.of(new Game(average(rivals), score));
    }

    private static Rating average(List<Rating> ratings) {
        return new Rating(
                ratings.stream().mapToDouble(Rating::rating).average().orElseThrow(),
                ratings.stream().mapToDouble(Rating::deviation).average().orElseThrow(),
                NEWCOMER.volatility());
    }

    private static Rating read(Connection connection, RoundResult round, String player, Line line)
            throws SQLException {
        Row.change(
                connection,
                NONE,
                round.mode(),
                player,
                line.name(),
                NEWCOMER.rating(),
                NEWCOMER.deviation(),
                NEWCOMER.volatility(),
                round.ended());
        return Row.all(connection, Ratings::rating, READ, round.mode(), player).getFirst();
    }

    /** Of a row that may have none. */
    static @Nullable Rating known(ResultSet row) throws SQLException {
        Rating rating = rating(row);
        return row.wasNull() ? null : rating;
    }

    static Rating rating(ResultSet row) throws SQLException {
        return new Rating(
                row.getDouble("rating"), row.getDouble("deviation"), row.getDouble("volatility"));
    }

    private static void save(
            Connection connection, RoundResult round, Entrant entrant, List<Game> games)
            throws SQLException {
        Rating after = entrant.rating.after(games);
        Row.change(
                connection,
                SAVE,
                entrant.line.name(),
                after.rating(),
                after.deviation(),
                after.volatility(),
                games.size(),
                round.ended(),
                round.mode(),
                entrant.player);
    }
}

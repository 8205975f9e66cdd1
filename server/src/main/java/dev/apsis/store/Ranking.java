package dev.apsis.store;

import dev.apsis.store.Board.Order;
import dev.apsis.store.RoundResult.Kind;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads pages of leaderboards: who flew in a period, in their order, from a place on. */
final class Ranking {
    /**
     * Whose strength is known worse than this is not ranked by rating: one lucky round would put
     * anybody first. It takes four rounds with several other accounts, or up to eleven with one.
     */
    static final int MAX_DEVIATION = 200;

    private static final String FROM =
            " FROM sums s LEFT JOIN ratings r ON r.mode = s.mode AND r.player = s.player"
                    + " WHERE s.period = ? AND s.begins = ? AND s.mode = ? AND s.kind ";
    private static final String PEOPLE = "= 'person'";
    private static final String PEOPLE_AND_BOTS = "<> 'house'";
    private static final String KNOWN = " AND r.deviation <= " + MAX_DEVIATION;

    private Ranking() {}

    /** A line, and where it is in the order. */
    private record Found(Cursor cursor, Standing standing) {}

    /** Below which line a page begins; written so that nobody need look into it. */
    private record Cursor(Number value, String player) {
        static Optional<Cursor> read(Order order, String text) {
            try {
                String plain =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int space = Math.max(0, plain.indexOf(' '));
                String value = plain.substring(0, space);
                return Optional.of(
                        new Cursor(
                                order == Order.SCORE
                                        ? (Number) Long.valueOf(value)
                                        : Double.valueOf(value),
                                plain.substring(space + 1)));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }

        /** Above everybody. */
        static Cursor top(Order order) {
            return new Cursor(
                    order == Order.SCORE ? (Number) Long.MAX_VALUE : Double.MAX_VALUE, "");
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((value + " " + player).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether a page can begin there. */
    static boolean isPlace(Order order, String below) {
        return below.isEmpty() || Cursor.read(order, below).isPresent();
    }

    static Board page(Connection connection, Board.Wish wish) throws SQLException {
        int limit = Math.clamp(wish.limit(), 1, Board.MAX_LINES);
        LocalDate begins = wish.period().begins(wish.day());
        Order order = wish.order();
        String by = order == Order.SCORE ? "s.score" : "r.rating";
        String from =
                FROM
                        + (wish.bots() ? PEOPLE_AND_BOTS : PEOPLE)
                        + (order == Order.SCORE ? "" : KNOWN);
        Cursor start = Cursor.read(order, wish.below()).orElse(Cursor.top(order));
        long above =
                Row.all(
                                connection,
                                row -> row.getLong(1),
                                "SELECT COUNT(*)%s AND (%2$s > ? OR %2$s = ? AND s.player <= ?)"
                                        .formatted(from, by),
                                wish.period().word(),
                                begins,
                                wish.mode(),
                                start.value,
                                start.value,
                                start.player)
                        .getFirst();
        List<Found> found =
                Row.all(
                        connection,
                        row -> found(row, order, above),
                        ("SELECT s.*, r.rating, r.deviation, r.volatility%s"
                                        + " AND (%2$s < ? OR %2$s = ? AND s.player > ?)"
                                        + " ORDER BY %2$s DESC, s.player LIMIT ?")
                                .formatted(from, by),
                        wish.period().word(),
                        begins,
                        wish.mode(),
                        start.value,
                        start.value,
                        start.player,
                        limit + 1);
        List<Standing> lines = found.stream().limit(limit).map(Found::standing).toList();
        String next = found.size() > limit ? found.get(limit - 1).cursor.text() : "";
        return new Board(wish.mode(), wish.period(), begins, order, lines, next);
    }

    private static Found found(ResultSet row, Order order, long above) throws SQLException {
        String player = row.getString("player");
        Number value =
                order == Order.SCORE ? (Number) row.getLong("score") : row.getDouble("rating");
        var standing =
                new Standing(
                        above + row.getRow(),
                        row.getString("name"),
                        Kind.of(row.getString("kind")),
                        player.startsWith("account:"),
                        row.getLong("rounds"),
                        row.getLong("wins"),
                        row.getLong("score"),
                        row.getLong("kills"),
                        row.getLong("deaths"),
                        Ratings.known(row));
        return new Found(new Cursor(value, player), standing);
    }
}

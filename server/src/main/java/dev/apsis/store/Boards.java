package dev.apsis.store;

import dev.apsis.rating.Rating;
import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.RoundResult.Line;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What is read of finished rounds: leaderboards, players, rounds. Used from any thread. */
public final class Boards {
    private static final int LATELY = 20;
    private static final String PEOPLE = "kind = 'person'";
    private static final String PEOPLE_AND_BOTS = "kind <> 'house'";

    private final Desk desk;
    private final InstantSource clock;

    Boards(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** The day it is, in UTC. */
    public LocalDate today() {
        return Period.DAY.begins(clock.instant());
    }

    /** A line, and where it is in the order. */
    private record Found(String player, Standing standing) {}

    /** Below which line a page begins; written so that nobody need look into it. */
    private record Cursor(long score, String player) {
        static Optional<Cursor> read(String text) {
            try {
                String plain =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int space = plain.indexOf(' ');
                return Optional.of(
                        new Cursor(
                                Long.parseLong(plain.substring(0, Math.max(0, space))),
                                plain.substring(space + 1)));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((score + " " + player).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether a page can begin there. */
    public static boolean isPlace(String below) {
        return below.isEmpty() || Cursor.read(below).isPresent();
    }

    /** The best of a period by score. */
    public CompletionStage<Board> page(Board.Wish wish) {
        return desk.ask(connection -> page(connection, wish));
    }

    /** What is known of whoever has a name; empty if nobody flew or claimed it. */
    public CompletionStage<Optional<Player>> player(String name) {
        return desk.ask(connection -> player(connection, name));
    }

    /** One round; empty if there was none of that id. */
    public CompletionStage<Optional<RoundResult>> round(String id) {
        return desk.ask(connection -> round(connection, id));
    }

    /** How many rounds there are. */
    public CompletionStage<Long> countRounds() {
        return desk.ask(
                connection ->
                        Row.all(connection, row -> row.getLong(1), "SELECT COUNT(*) FROM rounds")
                                .getFirst());
    }

    private static Board page(Connection connection, Board.Wish wish) throws SQLException {
        int limit = Math.clamp(wish.limit(), 1, Board.MAX_LINES);
        LocalDate begins = wish.period().begins(wish.day());
        String who = wish.bots() ? PEOPLE_AND_BOTS : PEOPLE;
        String where = " FROM sums WHERE period = ? AND begins = ? AND mode = ? AND " + who;
        Cursor from = Cursor.read(wish.below()).orElse(new Cursor(Long.MAX_VALUE, ""));
        long above =
                Row.all(
                                connection,
                                row -> row.getLong(1),
                                "SELECT COUNT(*)"
                                        + where
                                        + " AND (score > ? OR score = ? AND player <= ?)",
                                wish.period().word(),
                                begins,
                                wish.mode(),
                                from.score,
                                from.score,
                                from.player)
                        .getFirst();
        List<Found> found =
                Row.all(
                        connection,
                        row -> found(row, above),
                        "SELECT *"
                                + where
                                + " AND (score < ? OR score = ? AND player > ?)"
                                + " ORDER BY score DESC, player LIMIT ?",
                        wish.period().word(),
                        begins,
                        wish.mode(),
                        from.score,
                        from.score,
                        from.player,
                        limit + 1);
        return board(wish, begins, found, limit);
    }

    private static Board board(Board.Wish wish, LocalDate begins, List<Found> found, int limit) {
        List<Standing> lines = found.stream().limit(limit).map(Found::standing).toList();
        String next = "";
        if (found.size() > limit) {
            Found last = found.get(limit - 1);
            next = new Cursor(last.standing.score(), last.player).text();
        }
        return new Board(wish.mode(), wish.period(), begins, lines, next);
    }

    private static Found found(ResultSet row, long above) throws SQLException {
        String player = row.getString("player");
        return new Found(
                player,
                new Standing(
                        above + row.getRow(),
                        row.getString("name"),
                        Kind.of(row.getString("kind")),
                        player.startsWith("account:"),
                        row.getLong("rounds"),
                        row.getLong("wins"),
                        row.getLong("score"),
                        row.getLong("kills"),
                        row.getLong("deaths")));
    }

    private static Optional<Player> player(Connection connection, String name) throws SQLException {
        String folded = Names.fold(name);
        List<Claim> claims =
                Row.all(
                        connection,
                        row ->
                                new Claim(
                                        row.getLong("id"),
                                        row.getString("name"),
                                        Row.instant(row, "valid_from")),
                        "SELECT * FROM accounts WHERE folded = ?",
                        folded);
        boolean account = !claims.isEmpty();
        String player = account ? "account:" + claims.getFirst().account() : "guest:" + folded;
        List<Player.InMode> modes = modes(connection, player);
        if (!account && modes.isEmpty()) {
            player = "bot:" + folded;
            modes = modes(connection, player);
        }
        List<Player.Flown> lately = lately(connection, player);
        String shown = account ? claims.getFirst().name() : name;
        return account || !modes.isEmpty()
                ? Optional.of(new Player(shown, account, modes, lately))
                : Optional.empty();
    }

    private static List<Player.InMode> modes(Connection connection, String player)
            throws SQLException {
        return Row.all(
                connection,
                Boards::inMode,
                "SELECT s.*, r.rating, r.deviation, r.volatility FROM sums s"
                        + " LEFT JOIN ratings r ON r.mode = s.mode AND r.player = s.player"
                        + " WHERE s.player = ? AND s.period = 'all' ORDER BY s.mode",
                player);
    }

    private static Player.InMode inMode(ResultSet row) throws SQLException {
        Rating rating = Ratings.rating(row);
        Rating known = row.wasNull() ? null : rating;
        return new Player.InMode(
                row.getString("mode"),
                row.getLong("rounds"),
                row.getLong("wins"),
                row.getLong("score"),
                row.getLong("kills"),
                row.getLong("deaths"),
                known);
    }

    private static List<Player.Flown> lately(Connection connection, String player)
            throws SQLException {
        return Row.all(
                connection,
                row ->
                        new Player.Flown(
                                row.getString("id"),
                                row.getString("mode"),
                                Row.instant(row, "ended"),
                                row.getInt("place"),
                                row.getInt("score"),
                                row.getInt("kills"),
                                row.getInt("deaths"),
                                row.getBoolean("won")),
                "SELECT d.id, d.mode, d.ended, t.place, t.score, t.kills, t.deaths, t.won"
                        + " FROM results t JOIN rounds d ON d.id = t.round_id"
                        + " WHERE t.player = ? ORDER BY t.ended DESC, d.id LIMIT ?",
                player,
                LATELY);
    }

    private static Optional<RoundResult> round(Connection connection, String id)
            throws SQLException {
        List<Line> lines =
                new ArrayList<>(
                        Row.all(
                                connection,
                                Boards::line,
                                "SELECT * FROM results WHERE round_id = ? ORDER BY place",
                                id));
        return Row.all(
                        connection,
                        row ->
                                new RoundResult(
                                        id,
                                        row.getString("room"),
                                        row.getString("mode"),
                                        row.getInt("number"),
                                        row.getLong("seed"),
                                        Row.instant(row, "begun"),
                                        Row.instant(row, "ended"),
                                        row.getInt("winning_side"),
                                        lines),
                        "SELECT * FROM rounds WHERE id = ?",
                        id)
                .stream()
                .findAny();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("name"),
                Kind.of(row.getString("kind")),
                row.getLong("account"),
                row.getInt("side"),
                row.getInt("score"),
                row.getInt("kills"),
                row.getInt("deaths"),
                row.getBoolean("won"),
                row.getBoolean("stayed"));
    }
}

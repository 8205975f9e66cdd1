package dev.apsis.store;

import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.RoundResult.Line;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What is read of finished rounds: leaderboards, players, rounds. Used from any thread. */
public final class Boards {
    private static final int LATELY = 20;

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

    /** Whether a page can begin there. */
    public static boolean isPlace(Board.Order order, String below) {
        return Ranking.isPlace(order, below);
    }

    /** The best of a period by score or by rating. */
    public CompletionStage<Board> page(Board.Wish wish) {
        return desk.ask(connection -> Ranking.page(connection, wish));
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
        return new Player.InMode(
                row.getString("mode"),
                row.getLong("rounds"),
                row.getLong("wins"),
                row.getLong("score"),
                row.getLong("kills"),
                row.getLong("deaths"),
                Ratings.known(row));
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

package dev.apsis.store;

import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.RoundResult.Line;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;

/**
 * Keeps the record of each mode: the most that one of the people ever scored in a round. Who equals
 * it leaves it to who was first; bots hold none.
 */
final class Records {
    private static final String FIRST =
            "INSERT INTO records (mode, player, name, account, score, round_id, since)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String HELD =
            "SELECT player, account, score FROM records WHERE mode = ? FOR UPDATE";
    private static final String TAKE =
            "UPDATE records SET player = ?, name = ?, account = ?, score = ?, round_id = ?,"
                    + " since = ? WHERE mode = ?";

    /** Who holds a record; a guest's account is 0. */
    private record Holder(String player, long account, int score) {
        static Holder read(ResultSet row) throws SQLException {
            return new Holder(row.getString("player"), row.getLong("account"), row.getInt("score"));
        }
    }

    /** Takes in a round; whose record it beat, if it was another's and that one has an account. */
    Optional<Surpassed> add(Connection connection, RoundResult round) throws SQLException {
        Optional<Line> best =
                round.lines().stream()
                        .filter(line -> line.kind() == Kind.PERSON && line.score() > 0)
                        .max(Comparator.comparingInt(Line::score));
        return best.isEmpty() ? Optional.empty() : add(connection, round, best.get());
    }

    private static Optional<Surpassed> add(Connection connection, RoundResult round, Line best)
            throws SQLException {
        String player = RoundResult.player(best);
        Long account = best.account() == 0 ? null : best.account();
        int score = best.score();
        if (Row.change(
                        connection,
                        FIRST,
                        round.mode(),
                        player,
                        best.name(),
                        account,
                        score,
                        round.id(),
                        round.ended())
                == 1) {
            return Optional.empty();
        }
        Holder held = Row.all(connection, Holder::read, HELD, round.mode()).getFirst();
        if (score <= held.score) {
            return Optional.empty();
        }
        Row.change(
                connection,
                TAKE,
                player,
                best.name(),
                account,
                score,
                round.id(),
                round.ended(),
                round.mode());
        boolean theirs = held.account == 0 || held.player.equals(player);
        return theirs
                ? Optional.empty()
                : Optional.of(
                        new Surpassed(round.mode(), held.account, held.score, best.name(), score));
    }
}

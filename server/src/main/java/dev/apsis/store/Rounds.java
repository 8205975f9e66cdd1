package dev.apsis.store;

import dev.apsis.store.RoundResult.Line;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes finished rounds, with all that is summed up from them. Used by one thread. */
final class Rounds {
    private static final String ROUND =
            "INSERT INTO rounds (id, room, mode, number, seed, begun, ended, winning_side)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String LINE =
            "INSERT INTO results (round_id, place, player, name, kind, account, side, score, kills,"
                    + " deaths, won, stayed, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String NO_SUM =
            "INSERT INTO sums (period, begins, mode, player, name, kind, rounds, wins, score,"
                    + " kills, deaths) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0)"
                    + " ON CONFLICT DO NOTHING";
    private static final String SUM =
            "UPDATE sums SET name = ?, rounds = rounds + 1, wins = wins + ?, score = score + ?,"
                    + " kills = kills + ?, deaths = deaths + ?"
                    + " WHERE period = ? AND begins = ? AND mode = ? AND player = ?";

    private final Ratings ratings = new Ratings();
    private final Records records = new Records();

    /** How many rounds were new, and whose records they beat. */
    record Added(int rounds, List<Surpassed> surpassed) {}

    /** Adds those that are not there already. */
    Added add(Connection connection, List<RoundResult> rounds) throws SQLException {
        int added = 0;
        List<Surpassed> surpassed = new ArrayList<>();
        for (RoundResult round : rounds) {
            if (add(connection, round)) {
                added++;
                records.add(connection, round).ifPresent(surpassed::add);
            }
        }
        return new Added(added, surpassed);
    }

    private boolean add(Connection connection, RoundResult round) throws SQLException {
        int inserted =
                Row.change(
                        connection,
                        ROUND,
                        round.id(),
                        round.room(),
                        round.mode(),
                        round.number(),
                        round.seed(),
                        round.begun(),
                        round.ended(),
                        round.winningSide());
        if (inserted == 0) {
            return false;
        }
        addLines(connection, round);
        for (Period period : Period.values()) {
            sum(connection, round, period);
        }
        ratings.add(connection, round);
        return true;
    }

    private static void addLines(Connection connection, RoundResult round) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(LINE)) {
            int place = 0;
            for (Line line : round.lines()) {
                Row.fill(
                        insert,
                        round.id(),
                        ++place,
                        RoundResult.player(line),
                        line.name(),
                        line.kind().word(),
                        line.account() == 0 ? null : line.account(),
                        line.side(),
                        line.score(),
                        line.kills(),
                        line.deaths(),
                        line.won(),
                        line.stayed(),
                        round.ended());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void sum(Connection connection, RoundResult round, Period period)
            throws SQLException {
        LocalDate begins = period.begins(round.ended());
        try (PreparedStatement insert = connection.prepareStatement(NO_SUM);
                PreparedStatement update = connection.prepareStatement(SUM)) {
            for (Line line : sorted(round.lines())) {
                String player = RoundResult.player(line);
                String kind = line.kind().word();
                String word = period.word();
                Row.fill(insert, word, begins, round.mode(), player, line.name(), kind);
                insert.addBatch();
                Row.fill(
                        update,
                        line.name(),
                        line.won() ? 1 : 0,
                        line.score(),
                        line.kills(),
                        line.deaths(),
                        word,
                        begins,
                        round.mode(),
                        player);
                update.addBatch();
            }
            insert.executeBatch();
            update.executeBatch();
        }
    }

    /** The same order everywhere, so that servers that share a database never wait in a ring. */
    private static List<Line> sorted(List<Line> lines) {
        return lines.stream().sorted(Comparator.comparing(RoundResult::player)).toList();
    }
}

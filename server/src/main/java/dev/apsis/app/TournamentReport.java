package dev.apsis.app;

import dev.apsis.duel.Outcome;
import dev.apsis.duel.Share;
import dev.apsis.duel.Tournament.Results;
import dev.apsis.duel.Tournament.Row;
import dev.apsis.rating.Rating;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came out of a tournament: a line for each round, and the table. Owned by its command. */
final class TournamentReport {
    private static final double NANOS = 1e9;
    private static final double TICKS_PER_SECOND = 60;

    /** So many deviations to either side hold the true strength in 95 of 100 cases. */
    private static final double SURE = 1.96;

    private final long seed;
    private final int rounds;
    private final long beginNanos;
    private final List<Row> table = new ArrayList<>();
    private long ticks;
    private long hash;
    private double speedup;

    TournamentReport(long seed, int rounds, long beginNanos) {
        this.seed = seed;
        this.rounds = rounds;
        this.beginNanos = beginNanos;
    }

    /** Counts a round; the line that tells it. */
    String add(String red, String blue, Outcome outcome) {
        ticks += outcome.ticks();
        hash = hash * 31 + outcome.hash();
        return "%s - %s  %s".formatted(red, blue, DuelWords.round(outcome));
    }

    void end(List<Row> finalTable, long nowNanos) {
        table.addAll(finalTable);
        speedup = ticks / TICKS_PER_SECOND / Math.max(1e-6, (nowNanos - beginNanos) / NANOS);
    }

    JsonObject json() {
        var lines = new JsonArray();
        for (int i = 0; i < table.size(); i++) {
            lines.add(json(i));
        }
        return new JsonObject()
                .put("seed", seed)
                .put("rounds_per_pairing", rounds)
                .put("ticks", ticks)
                .put("hash", DuelWords.hash(hash))
                .put("speedup", speedup)
                .put("table", lines);
    }

    private JsonObject json(int i) {
        Row row = table.get(i);
        Rating rating = row.rating();
        Share share = share(row.results());
        return new JsonObject()
                .put("rank", i + 1)
                .put("pilot", row.name())
                .put("rating", rating.rating())
                .put("low", rating.rating() - SURE * rating.deviation())
                .put("high", rating.rating() + SURE * rating.deviation())
                .put("deviation", rating.deviation())
                .put("surely_above_next", last(i) ? null : sure(i))
                .put("wins", row.results().wins())
                .put("draws", row.results().draws())
                .put("losses", row.results().losses())
                .put("fouls", row.results().fouls())
                .put("win_rate", share.share())
                .put("win_rate_low", share.low())
                .put("win_rate_high", share.high())
                .put("last_foul", row.lastFoul().isEmpty() ? null : row.lastFoul());
    }

    String words() {
        var words = new StringBuilder();
        words.append(
                String.format(
                        "%4s  %-28s %6s %6s  %9s  %18s %14s  %s%n",
                        "rank",
                        "pilot",
                        "rating",
                        "+-95%",
                        "above next",
                        "won/drawn/lost",
                        "win %",
                        "fouls"));
        for (int i = 0; i < table.size(); i++) {
            words.append(line(i));
        }
        words.append("speed %.0f times real time%n".formatted(speedup));
        words.append("hash  %s%n".formatted(DuelWords.hash(hash)));
        return words.toString();
    }

    private String line(int i) {
        Row row = table.get(i);
        Results results = row.results();
        Share share = share(results);
        String fouls = results.fouls() == 0 ? "" : results.fouls() + ": " + row.lastFoul();
        return String.format(
                Locale.ROOT,
                "%4d  %-28s %6.0f %6.0f  %10s  %18s %4.0f (%2.0f-%3.0f)  %s%n",
                i + 1,
                row.name(),
                row.rating().rating(),
                SURE * row.rating().deviation(),
                last(i) ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * sure(i)),
                results.wins() + "/" + results.draws() + "/" + results.losses(),
                100 * share.share(),
                100 * share.low(),
                100 * share.high(),
                fouls);
    }

    private boolean last(int i) {
        return i == table.size() - 1;
    }

    private double sure(int i) {
        return table.get(i).rating().surelyAbove(table.get(i + 1).rating());
    }

    private static Share share(Results results) {
        int all = results.wins() + results.draws() + results.losses();
        return Share.of(results.wins(), all);
    }
}

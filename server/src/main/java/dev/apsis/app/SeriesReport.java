package dev.apsis.app;

import dev.apsis.duel.Contender;
import dev.apsis.duel.Foul;
import dev.apsis.duel.Outcome;
import dev.apsis.duel.Series;
import dev.apsis.duel.Share;
import dev.apsis.duel.Side;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Locale;

/**
 * What came out of a series between two: a line for each round, and the sum. Owned by its command.
 */
final class SeriesReport {
    private static final double NANOS = 1e9;
    private static final double TICKS_PER_SECOND = 60;

    private final List<Contender> two;
    private final long seed;
    private final boolean keepsRounds;
    private final long beginNanos;
    private final JsonArray rounds = new JsonArray();
    private final int[] wins = new int[2];
    private final int[] fouls = new int[2];
    private int count;
    private int draws;
    private long ticks;
    private long hash;
    private double speedup;

    /** Keeps what each round was only if it is to be told at the end. */
    SeriesReport(List<Contender> two, long seed, boolean keepsRounds, long beginNanos) {
        this.keepsRounds = keepsRounds;
        this.two = two;
        this.seed = seed;
        this.beginNanos = beginNanos;
    }

    /** Counts a round; the line that tells it. */
    String add(int number, Outcome outcome) {
        Side winner = outcome.winner();
        if (winner == null) {
            draws++;
        } else {
            wins[winner.number()]++;
        }
        ticks += outcome.ticks();
        hash = hash * 31 + outcome.hash();
        Foul foul = outcome.foul();
        if (foul != null) {
            fouls[foul.by().number()]++;
        }
        count++;
        if (keepsRounds) {
            rounds.add(json(number, outcome));
        }
        return "round %4d  %s".formatted(number + 1, DuelWords.round(outcome));
    }

    void end(long nowNanos) {
        speedup = ticks / TICKS_PER_SECOND / Math.max(1e-6, (nowNanos - beginNanos) / NANOS);
    }

    private static JsonObject json(int number, Outcome outcome) {
        Side winner = outcome.winner();
        return new JsonObject()
                .put("round", number + 1)
                .put("red_seat", Series.swapped(number) ? 1 : 0)
                .put("winner", winner == null ? null : winner.word())
                .put("red", DuelWords.tally(outcome.red()))
                .put("blue", DuelWords.tally(outcome.blue()))
                .put("ticks", outcome.ticks())
                .put("hash", DuelWords.hash(outcome.hash()))
                .put("foul", DuelWords.foul(outcome.foul()));
    }

    JsonObject json() {
        return new JsonObject()
                .put("red", side(Side.RED))
                .put("blue", side(Side.BLUE))
                .put("draws", draws)
                .put("seed", seed)
                .put("ticks", ticks)
                .put("hash", DuelWords.hash(hash))
                .put("speedup", speedup)
                .put("rounds", rounds);
    }

    private JsonObject side(Side side) {
        Share share = share(side);
        return new JsonObject()
                .put("pilot", two.get(side.number()).source())
                .put("wins", share.times())
                .put("win_rate", share.share())
                .put("low", share.low())
                .put("high", share.high())
                .put("fouls", fouls[side.number()]);
    }

    private Share share(Side side) {
        return Share.of(wins[side.number()], count);
    }

    String words() {
        var words = new StringBuilder();
        for (Side side : Side.values()) {
            Share share = share(side);
            words.append(
                    String.format(
                            Locale.ROOT,
                            "%-5s %-24s wins %d of %d: %.1f %% (95 %% sure: %.1f to %.1f), fouls"
                                    + " %d%n",
                            side.word(),
                            two.get(side.number()).name(),
                            share.times(),
                            share.trials(),
                            100 * share.share(),
                            100 * share.low(),
                            100 * share.high(),
                            fouls[side.number()]));
        }
        words.append("draws %d%n".formatted(draws));
        words.append("speed %.0f times real time%n".formatted(speedup));
        words.append("hash  %s%n".formatted(DuelWords.hash(hash)));
        return words.toString();
    }
}

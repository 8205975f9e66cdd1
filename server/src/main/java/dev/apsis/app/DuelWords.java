package dev.apsis.app;

import dev.apsis.duel.Foul;
import dev.apsis.duel.Outcome;
import dev.apsis.duel.Side;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/** How rounds are told, by words and as JSON. */
final class DuelWords {
    private static final double TICKS_PER_SECOND = 60;

    private DuelWords() {}

    static String round(Outcome outcome) {
        Side winner = outcome.winner();
        Foul foul = outcome.foul();
        return "%-5s %d:%d  %6.1f s  %s%s"
                .formatted(
                        winner == null ? "draw" : winner.word(),
                        outcome.red().wins(),
                        outcome.blue().wins(),
                        outcome.ticks() / TICKS_PER_SECOND,
                        hash(outcome.hash()),
                        foul == null ? "" : "  " + foul.by().word() + " " + foul.how());
    }

    static JsonObject tally(Outcome.Tally tally) {
        return new JsonObject().put("bouts", tally.wins()).put("points", tally.points());
    }

    static @Nullable JsonObject foul(@Nullable Foul foul) {
        return foul == null
                ? null
                : new JsonObject().put("by", foul.by().word()).put("how", foul.how());
    }

    static String hash(long hash) {
        return "%016x".formatted(hash);
    }
}

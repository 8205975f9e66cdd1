package dev.apsis.store;

import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.RoundResult.Line;

import java.time.Instant;
import java.util.List;

/** Rounds as tests need them. */
final class RoundsForTest {
    private RoundsForTest() {}

    static RoundResult round(String id, Instant ended, Line... lines) {
        return new RoundResult(
                id, "arena", "ffa", 1, 42, ended.minusSeconds(300), ended, 0, List.of(lines));
    }

    /** A guest who was there at the end. */
    static Line guest(String name, int score, boolean won) {
        return new Line(name, Kind.PERSON, 0, 0, score, score / 100, 1, won, true);
    }

    static Line account(long account, String name, int score, boolean won) {
        return new Line(name, Kind.PERSON, account, 0, score, score / 100, 1, won, true);
    }

    static Line house(String name, int score) {
        return new Line(name, Kind.HOUSE, 0, 0, score, 0, 0, false, true);
    }
}

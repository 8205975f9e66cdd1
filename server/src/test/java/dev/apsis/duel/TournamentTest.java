package dev.apsis.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

/** Tournaments among pilots whose strength is known. */
class TournamentTest {
    @Test
    void ratingsFindTheTrueStrengthsAndKnowHowSureTheyAre() {
        int[] truth = {1200, 1400, 1500, 1600, 1800};
        var chance = new Random(7);
        Fights fights =
                bill -> {
                    double expected =
                            1
                                    / (1
                                            + Math.pow(
                                                    10,
                                                    (truth[bill.blue()] - truth[bill.red()])
                                                            / 400.0));
                    boolean redWins = chance.nextDouble() < expected;
                    return won(redWins ? Side.RED : Side.BLUE);
                };
        var tournament =
                new Tournament(
                        new Series(fights, 1, 10), List.of("1200", "1400", "1500", "1600", "1800"));
        tournament.play(100, (red, blue, outcome) -> {});
        List<Tournament.Row> table = tournament.table();
        assertEquals(
                List.of("1800", "1600", "1500", "1400", "1200"),
                table.stream().map(Tournament.Row::name).toList());
        for (Tournament.Row row : table) {
            double off = row.rating().rating() - Integer.parseInt(row.name());
            assertTrue(Math.abs(off) < 3 * row.rating().deviation(), row + " is off by " + off);
            assertTrue(row.rating().deviation() < 40, row + " is unsure after 400 rounds");
        }
    }

    private static Outcome won(Side side) {
        return new Outcome(side, Outcome.Tally.NONE, Outcome.Tally.NONE, 10, 1, null);
    }
}

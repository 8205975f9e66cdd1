package dev.apsis.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ratings, held to Glickman's own worked example and to pilots whose strength is known. */
class RatingTest {
    /** "Example of the Glicko-2 system", Mark Glickman, Boston University, 2013. */
    @Test
    void glickmansWorkedExampleComesOutAsHePublishedIt() {
        var player = new Rating(1500, 200, 0.06);
        List<Rating.Game> games =
                List.of(
                        new Rating.Game(new Rating(1400, 30, 0.06), 1),
                        new Rating.Game(new Rating(1550, 100, 0.06), 0),
                        new Rating.Game(new Rating(1700, 300, 0.06), 0));
        Rating after = player.after(games, 0.5);
        assertEquals(1464.06, after.rating(), 0.01);
        assertEquals(151.52, after.deviation(), 0.01);
        assertEquals(0.05999, after.volatility(), 0.00001);
    }

    @Test
    void whoDoesNotPlayBecomesLessSureByTheVolatility() {
        Rating after = new Rating(1500, 200, 0.06).after(List.of());
        assertEquals(1500, after.rating());
        assertEquals(Math.hypot(200, 0.06 * 173.7178), after.deviation(), 1e-9);
    }

    @Test
    void surprisesRaiseVolatilityAndResultsAsExpectedDoNot() {
        var strong = new Rating(1900, 40, 0.06);
        var weak = new Rating(1500, 40, 0.06);
        List<Rating.Game> lost = new ArrayList<>();
        List<Rating.Game> won = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lost.add(new Rating.Game(weak, 0));
            won.add(new Rating.Game(weak, i == 0 ? 0 : 1)); // 11 of 12 are what 400 points mean
        }
        assertTrue(strong.after(lost).volatility() > 0.06);
        assertTrue(strong.after(won).volatility() <= 0.06);
    }

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

    @Test
    void howSureItIsThatOneIsStrongerFollowsTheNormalDistribution() {
        var one = new Rating(1600, 60, 0.06);
        var other = new Rating(1500, 80, 0.06);
        assertEquals(0.8413447, one.surelyAbove(other), 1e-6);
        assertEquals(0.1586553, other.surelyAbove(one), 1e-6);
        assertEquals(0.5, one.surelyAbove(one), 1e-6);
        assertEquals(0.9750021, Normal.below(1.96), 1e-6);
    }

    private static Outcome won(Side side) {
        return new Outcome(side, Outcome.Tally.NONE, Outcome.Tally.NONE, 10, 1, null);
    }
}

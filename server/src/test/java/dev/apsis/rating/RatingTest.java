package dev.apsis.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Ratings held to Glickman's own worked example. */
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
    void howSureItIsThatOneIsStrongerFollowsTheNormalDistribution() {
        var one = new Rating(1600, 60, 0.06);
        var other = new Rating(1500, 80, 0.06);
        assertEquals(0.8413447, one.surelyAbove(other), 1e-6);
        assertEquals(0.1586553, other.surelyAbove(one), 1e-6);
        assertEquals(0.5, one.surelyAbove(one), 1e-6);
        assertEquals(0.9750021, Normal.below(1.96), 1e-6);
    }
}

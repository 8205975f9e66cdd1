package dev.apsis.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Series and tournaments over rounds of our own making. */
class SeriesTest {
    private final List<Bill> fought = new ArrayList<>();

    @Test
    void eachSeedIsFoughtOnceFromEitherSide() {
        var series = new Series(this::redWins, 1, 600);
        for (int number = 0; number < 6; number++) {
            series.round(3, 4, number);
        }
        for (int i = 0; i < 6; i += 2) {
            Bill first = fought.get(i);
            assertEquals(new Bill(3, 4, first.seed(), false, 600), first);
            assertEquals(new Bill(3, 4, first.seed(), true, 600), fought.get(i + 1));
        }
        assertEquals(3, fought.stream().map(Bill::seed).distinct().count());
        assertNotEquals(
                series.bill(0, 1, 0).seed(),
                new Series(this::redWins, 2, 600).bill(0, 1, 0).seed());
    }

    @Test
    void afterThreeFoulsInARowAPilotIsNotLetInAnyMore() {
        var series = new Series(this::blueFouls, 1, 600);
        for (int number = 0; number < 5; number++) {
            Outcome outcome = series.round(0, 1, number);
            assertEquals(Side.RED, outcome.winner());
            assertEquals(Side.BLUE, Objects.requireNonNull(outcome.foul()).by());
        }
        assertEquals(3, fought.size(), "the last two were not flown");
        assertNull(new Series(this::redWins, 1, 600).round(0, 2, 0).foul());
    }

    @Test
    void whoIsTurnedAwayHearsOfTheFoulThatDidIt() {
        var series = new Series(this::blueFouls, 1, 600);
        Outcome outcome = series.round(0, 1, 0);
        for (int number = 1; number < 4; number++) {
            outcome = series.round(0, 1, number);
        }
        String how = Objects.requireNonNull(outcome.foul()).how();
        assertTrue(how.endsWith("three fouls in a row; the last: it threw"), how);
    }

    @Test
    void nobodyWinsBetweenTwoWhoAreNotLetInAnyMore() {
        var series = new Series(this::blueFouls, 1, 600);
        for (int number = 0; number < 3; number++) {
            series.round(0, 1, number);
            series.round(0, 2, number);
        }
        assertNull(series.round(1, 2, 0).winner());
        assertEquals(6, fought.size());
    }

    @Test
    void foulsThatAreNotInARowAreForgiven() {
        Fights everyThird = bill -> fought.size() % 3 == 2 ? redWins(bill) : blueFouls(bill);
        var series = new Series(everyThird, 1, 600);
        for (int number = 0; number < 30; number++) {
            series.round(0, 1, number);
        }
        assertEquals(30, fought.size());
    }

    @Test
    void aTournamentGoesOnWithoutWhoFouled() {
        Fights lastFouls = bill -> bill.blue() == 2 ? blueFouls(bill) : redWins(bill);
        var tournament = new Tournament(new Series(lastFouls, 1, 600), List.of("a", "b", "c"));
        List<Outcome> heard = new ArrayList<>();
        tournament.play(4, (red, blue, outcome) -> heard.add(outcome));
        assertEquals(12, heard.size());
        List<Tournament.Row> table = tournament.table();
        assertEquals(List.of("a", "b", "c"), table.stream().map(Tournament.Row::name).toList());
        assertEquals(new Tournament.Results(8, 0, 0, 0), table.get(0).results());
        assertEquals(new Tournament.Results(0, 0, 8, 8), table.get(2).results());
        assertNotNull(table.get(2).lastFoul());
    }

    private Outcome redWins(Bill bill) {
        fought.add(bill);
        return new Outcome(Side.RED, Outcome.Tally.NONE, Outcome.Tally.NONE, 10, 1, null);
    }

    private Outcome blueFouls(Bill bill) {
        fought.add(bill);
        return Outcome.forfeit(Side.BLUE, "threw");
    }
}

package dev.apsis.store;

import static dev.apsis.store.RoundsForTest.account;
import static dev.apsis.store.RoundsForTest.guest;
import static dev.apsis.store.RoundsForTest.house;
import static dev.apsis.store.RoundsForTest.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.rating.Rating;
import dev.apsis.store.Board.Order;
import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.RoundResult.Line;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is told of finished rounds, whatever database is behind it. */
abstract class BoardsContract extends StoreTrial {
    @Test
    void aBoardIsOfItsPeriodAndRanksByScore() {
        Instant thursday = clock.instant();
        add(round("monday", thursday.minus(Duration.ofDays(3)), guest("Ann", 900, true)));
        add(round("sunday", thursday.minus(Duration.ofDays(4)), guest("Bob", 5000, true)));
        add(round("today", thursday, guest("Bob", 300, false), house("Vega", 9000)));
        add(round("today too", thursday, guest("Cy", 300, false), guest("ann", 100, false)));
        assertEquals(List.of("1 Bob 300", "2 Cy 300", "3 ann 100"), lines(Period.DAY));
        assertEquals(List.of("1 ann 1000", "2 Bob 300", "3 Cy 300"), lines(Period.WEEK));
        assertEquals(List.of("1 Bob 5300", "2 ann 1000", "3 Cy 300"), lines(Period.MONTH));
        assertEquals(lines(Period.MONTH), lines(Period.ALL));
        clock.pass(Duration.ofDays(1));
        assertEquals(List.of(), lines(Period.DAY));
    }

    @Test
    void aBoardIsReadPageByPageAndNobodyIsMissedOrShownTwice() {
        var everybody = new ArrayList<Line>();
        for (int i = 0; i < 25; i++) {
            everybody.add(guest("pilot " + i, i / 3 * 100, false));
        }
        add(round("r1", clock.instant(), everybody.toArray(Line[]::new)));
        var seen = new ArrayList<String>();
        String below = "";
        do {
            Board page = board(Period.WEEK, below);
            page.lines().forEach(line -> seen.add(line.rank() + " " + line.name()));
            below = page.next();
        } while (!below.isEmpty());
        assertEquals(25, seen.stream().distinct().count());
        assertEquals(25, seen.size());
        assertEquals("1 pilot 24", seen.getFirst());
        assertTrue(seen.getLast().startsWith("25 "), seen.getLast());
    }

    @Test
    void programsAreOnTheBoardOnlyIfAskedForAndHouseBotsNever() {
        var bot = new Line("r2d2", Kind.BOT, 0, 0, 700, 0, 0, true, true);
        add(round("r1", clock.instant(), bot, guest("Ann", 1, false), house("Vega", 900)));
        assertEquals(List.of("1 Ann 1"), lines(Period.ALL));
        var wish =
                new Board.Wish(
                        "ffa", Period.ALL, store().boards().today(), Order.SCORE, 10, "", true);
        assertEquals(
                List.of("r2d2", "Ann"),
                answer(store().boards().page(wish)).lines().stream().map(Standing::name).toList());
    }

    @Test
    void accountsAreRatedByWhomTheyBeatAndGuestsAreNot() {
        long ann = granted(store().accounts().claim("Ann", "correct horse")).account();
        long bob = granted(store().accounts().claim("Bob", "battery staple")).account();
        for (int i = 0; i < 10; i++) {
            add(
                    round(
                            "r" + i,
                            clock.instant(),
                            account(ann, "Ann", 500, true),
                            guest("Cy", 400, false),
                            account(bob, "Bob", 100, false)));
        }
        Player.InMode strong = player("ann").modes().getFirst();
        Player.InMode weak = player("Bob").modes().getFirst();
        assertEquals(10, strong.rounds());
        assertEquals(10, strong.wins());
        assertTrue(rating(strong).rating() > rating(weak).rating() + 200);
        assertTrue(rating(strong).deviation() < 350);
        assertNull(player("Cy").modes().getFirst().rating());
        assertEquals(10, player("Bob").lately().size());
        assertEquals(Optional.empty(), answer(store().boards().player("nobody")));
    }

    /** Ann beats Bob, who beats Cy, in rounds of their own; Dee flew once, and Guy is a guest. */
    private void flyALeague() {
        long ann = granted(store().accounts().claim("Ann", "correct horse")).account();
        long bob = granted(store().accounts().claim("Bob", "battery staple")).account();
        long cy = granted(store().accounts().claim("Cy", "purple monkey")).account();
        long dee = granted(store().accounts().claim("Dee", "dishwasher")).account();
        for (int i = 0; i < 8; i++) {
            add(
                    round(
                            "r" + i,
                            clock.instant(),
                            account(ann, "Ann", 30, true),
                            account(bob, "Bob", 20, false),
                            account(cy, "Cy", 10, false),
                            guest("Guy", 1000, false)));
        }
        Instant before = clock.instant().minus(Duration.ofDays(40));
        add(round("once", before, account(dee, "Dee", 900, true), account(cy, "Cy", 1, false)));
    }

    @Test
    void aBoardByRatingRanksAccountsThatAreKnownWellEnough() {
        flyALeague();
        Board all = board(Period.ALL, Order.RATING, "");
        assertEquals(List.of("1 Ann", "2 Bob", "3 Cy"), ranks(all));
        for (Standing line : all.lines()) {
            Rating shown = Objects.requireNonNull(line.rating());
            assertTrue(shown.deviation() <= Ranking.MAX_DEVIATION);
            assertEquals(rating(player(line.name()).modes().getFirst()), shown);
        }
        assertEquals(List.of("1 Guy", "2 Dee", "3 Ann"), ranks(board(Period.ALL, "")));
    }

    @Test
    void aBoardByRatingIsOfThoseWhoFlewInItsPeriod() {
        flyALeague();
        clock.pass(Duration.ofDays(-40));
        assertEquals(List.of("1 Cy"), ranks(board(Period.DAY, Order.RATING, "")));
    }

    @Test
    void aBoardByRatingIsReadPageByPage() {
        flyALeague();
        var seen = new ArrayList<String>();
        String below = "";
        do {
            var wish =
                    new Board.Wish(
                            "ffa",
                            Period.ALL,
                            store().boards().today(),
                            Order.RATING,
                            1,
                            below,
                            false);
            Board page = answer(store().boards().page(wish));
            seen.addAll(ranks(page));
            below = page.next();
        } while (!below.isEmpty());
        assertEquals(List.of("1 Ann", "2 Bob", "3 Cy"), seen);
    }

    @Test
    void whoHeldARecordHearsOnceWhenAnotherFliesABetterRound() {
        long ann = granted(store().accounts().claim("Ann", "correct horse")).account();
        long bob = granted(store().accounts().claim("Bob", "battery staple")).account();
        List<Surpassed> told = new CopyOnWriteArrayList<>();
        store().results().follow(told::add);
        fly("first", account(ann, "Ann", 500, true), account(bob, "Bob", 100, false));
        fly("her own", account(ann, "Ann", 700, true), account(bob, "Bob", 100, false));
        fly("as good", account(ann, "Ann", 1, false), account(bob, "Bob", 700, true));
        fly("bots hold none", account(bob, "Bob", 1, false), house("Vega", 9000));
        assertEquals(List.of(), told);
        fly("better", account(ann, "Ann", 800, false), guest("Guy", 900, true));
        var beaten = new Surpassed("ffa", ann, 700, "Guy", 900);
        assertEquals(List.of(beaten), told);
        fly("better", account(ann, "Ann", 800, false), guest("Guy", 900, true));
        fly("of a guest", account(bob, "Bob", 950, true), guest("Guy", 1, false));
        assertEquals(List.of(beaten), told, "a guest's name may be anybody's by now");
        reopen();
        store().results().follow(told::add);
        fly("after a restart", account(ann, "Ann", 1000, true), guest("Guy", 1, false));
        assertEquals(List.of(beaten, new Surpassed("ffa", bob, 950, "Ann", 1000)), told);
    }

    private void fly(String id, Line... lines) {
        add(round(id, clock.instant(), lines));
    }

    private static List<String> ranks(Board board) {
        return board.lines().stream().map(line -> line.rank() + " " + line.name()).toList();
    }

    Player player(String name) {
        return answer(store().boards().player(name)).orElseThrow();
    }

    private static Rating rating(Player.InMode mode) {
        return Objects.requireNonNull(mode.rating());
    }
}

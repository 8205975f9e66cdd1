package dev.apsis.store;

import static dev.apsis.store.RoundsForTest.account;
import static dev.apsis.store.RoundsForTest.guest;
import static dev.apsis.store.RoundsForTest.house;
import static dev.apsis.store.RoundsForTest.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.rating.Rating;
import dev.apsis.store.AuditEntry.Deed;
import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.RoundResult.Line;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What a store does, whatever database is behind it. Each database has a class that says so. */
abstract class StoreContract {
    @TempDir Path directory = Path.of("");

    final SetClock clock = new SetClock(Instant.parse("2026-03-05T10:00:00Z"));
    private @Nullable Store open;

    /** An empty database, for one test. */
    abstract StoreSettings settings(Path directory);

    @BeforeEach
    void openIt() {
        open = Store.open(settings(directory), clock, new Random(1));
    }

    @AfterEach
    void closeIt() {
        store().close();
    }

    final Store store() {
        Store store = open;
        if (store == null) {
            throw new IllegalStateException("opened before each test");
        }
        return store;
    }

    /** As a restart does. */
    final void reopen() {
        store().close();
        open = Store.open(settings(directory), clock, new Random(1));
    }

    static <T> T answer(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    static StoreProblem problem(CompletionStage<?> stage) {
        var failed =
                assertThrows(CompletionException.class, () -> stage.toCompletableFuture().join());
        return assertInstanceOf(StoreProblem.class, failed.getCause());
    }

    private static Ban.Target range(String text) {
        return new Ban.Target.Range(AddressRange.parse(text).orElseThrow());
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    @Test
    void aBanOfARangeKeepsItsAddressesOutAndNoOthers() {
        answer(store().bans().add(new Ban.Wish(range("203.0.113.0/24"), "spam", "ann", null)));
        answer(store().bans().add(new Ban.Wish(range("2001:db8::/32"), "", "ann", null)));
        assertTrue(store().ban(address("203.0.113.77")).isPresent());
        assertTrue(store().ban(address("2001:db8:1::5")).isPresent());
        assertTrue(store().ban(address("203.0.114.1")).isEmpty());
        assertTrue(store().ban(address("2001:db9::1")).isEmpty());
    }

    @Test
    void aBanOutlivesARestart() {
        Ban ban =
                answer(
                        store().bans()
                                .add(
                                        new Ban.Wish(
                                                new Ban.Target.Account("Ann"),
                                                "cheats",
                                                "root",
                                                clock.instant().plusSeconds(60))));
        reopen();
        assertEquals(Optional.of(ban), store().ban("ANN"));
        assertEquals(List.of(ban), store().bans().all());
    }

    @Test
    void aBanEndsWhenItIsMeantTo() {
        Instant end = clock.instant().plusSeconds(60);
        answer(store().bans().add(new Ban.Wish(range("192.0.2.1"), "", "root", end)));
        clock.pass(Duration.ofSeconds(59));
        assertTrue(store().ban(address("192.0.2.1")).isPresent());
        clock.pass(Duration.ofSeconds(1));
        assertTrue(store().ban(address("192.0.2.1")).isEmpty());
        assertEquals(List.of(), store().bans().all());
    }

    @Test
    void ofSeveralBansTheLongestIsTold() {
        Instant end = clock.instant().plusSeconds(60);
        answer(store().bans().add(new Ban.Wish(range("192.0.2.0/24"), "all", "root", null)));
        answer(store().bans().add(new Ban.Wish(range("192.0.2.1"), "one", "root", end)));
        assertEquals("all", store().ban(address("192.0.2.1")).orElseThrow().reason());
    }

    @Test
    void aLiftedBanIsGone() {
        Ban ban = answer(store().bans().add(new Ban.Wish(range("192.0.2.1"), "", "root", null)));
        assertTrue(answer(store().bans().lift(ban.id())));
        assertFalse(answer(store().bans().lift(ban.id())));
        assertTrue(store().ban(address("192.0.2.1")).isEmpty());
    }

    @Test
    void theAuditLogIsReadBackwardsPageByPage() {
        for (int i = 0; i < 5; i++) {
            answer(store().audit().note(new Deed("root", "admin", "kick", "pilot " + i, "")));
            clock.pass(Duration.ofSeconds(1));
        }
        List<AuditEntry> newest = answer(store().audit().before(Long.MAX_VALUE, 2));
        assertEquals(
                List.of("pilot 4", "pilot 3"),
                newest.stream().map(entry -> entry.deed().target()).toList());
        List<AuditEntry> older = answer(store().audit().before(newest.getLast().id(), 10));
        assertEquals(
                List.of("pilot 2", "pilot 1", "pilot 0"),
                older.stream().map(entry -> entry.deed().target()).toList());
        assertEquals(clock.instant().minusSeconds(5), older.getLast().at());
    }

    @Test
    void whatIsTooLongForTheAuditLogIsCutAndNotRefused() {
        String endless = "x".repeat(5000);
        AuditEntry entry =
                answer(
                        store().audit()
                                .note(
                                        new Deed(
                                                endless,
                                                endless,
                                                endless,
                                                endless,
                                                endless + '\0')));
        assertEquals(List.of(entry), answer(store().audit().before(Long.MAX_VALUE, 1)));
    }

    @Test
    void aRoundHandedOverIsFoundAgainAsItWas() {
        var lines =
                List.of(
                        new Line("Ann", Kind.PERSON, 0, 1, 900, 7, 2, true, true),
                        new Line("r2d2", Kind.BOT, 0, 2, 300, 2, 5, false, true),
                        new Line("Vega", Kind.HOUSE, 0, 2, -100, 0, 9, false, true),
                        new Line("Bob", Kind.PERSON, 0, 1, 0, 0, 0, false, false));
        Instant end = clock.instant();
        var round =
                new RoundResult("r1", "arena", "teams", 7, -5, end.minusSeconds(60), end, 1, lines);
        answer(store().results().add(round));
        answer(store().results().settled());
        assertEquals(Optional.of(round), answer(store().boards().round("r1")));
        assertEquals(Optional.empty(), answer(store().boards().round("r2")));
        reopen();
        assertEquals(Optional.of(round), answer(store().boards().round("r1")));
    }

    @Test
    void aRoundHandedOverTwiceCountsOnce() {
        RoundResult round = round("r1", clock.instant(), guest("Ann", 500, true));
        answer(store().results().add(round));
        answer(store().results().add(round));
        answer(store().results().settled());
        Standing ann = board(Period.ALL, "").lines().getFirst();
        assertEquals(1, ann.rounds());
        assertEquals(500, ann.score());
        assertEquals(1, store().results().gauge().delivered());
    }

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
        var wish = new Board.Wish("ffa", Period.ALL, store().boards().today(), 10, "", true);
        assertEquals(
                List.of("r2d2", "Ann"),
                answer(store().boards().page(wish)).lines().stream().map(Standing::name).toList());
    }

    @Test
    void aClaimedNameIsKnownByItsPasswordHoweverItIsWritten() {
        Claim ann = granted(store().accounts().claim("Ann", "correct horse"));
        assertEquals(Optional.of(ann), store().claim("ANN"));
        assertEquals(ann, granted(store().accounts().signIn("aNN", "correct horse")));
        assertEquals(
                new Accounts.Reply.Wrong(),
                answer(store().accounts().signIn("Ann", "battery staple")));
        assertEquals(
                new Accounts.Reply.Wrong(), answer(store().accounts().signIn("Bob", "12345678")));
        reopen();
        assertEquals(Optional.of(ann), store().claim("Ann"));
        assertEquals(ann, granted(store().accounts().signIn("Ann", "correct horse")));
    }

    @Test
    void aNameIsClaimedOnceEvenByTwoAtTheSameTime() {
        var one = store().accounts().claim("Ann", "correct horse");
        var other = store().accounts().claim("ann", "battery staple");
        granted(one);
        assertEquals(new Accounts.Reply.Taken(), answer(other));
    }

    @Test
    void anotherPasswordEndsWhatWasSignedInBefore() {
        Claim before = granted(store().accounts().claim("Ann", "correct horse"));
        clock.pass(Duration.ofHours(1));
        Claim after = granted(store().accounts().change("Ann", "correct horse", "new horses"));
        assertEquals(before.account(), after.account());
        assertEquals(clock.instant(), after.validFrom());
        assertEquals(Optional.of(after), store().claim("Ann"));
        granted(store().accounts().signIn("Ann", "new horses"));
    }

    @Test
    void aReleasedNameIsAnybodys() {
        granted(store().accounts().claim("Ann", "correct horse"));
        assertTrue(answer(store().accounts().release("ANN")));
        assertFalse(answer(store().accounts().release("Ann")));
        assertEquals(Optional.empty(), store().claim("Ann"));
        granted(store().accounts().claim("Ann", "another one"));
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

    @Test
    void whatTheDatabaseWillNeverTakeIsSetAsideAndHoldsNobodyUp() {
        String tooLong = "x".repeat(100);
        answer(store().results().add(round(tooLong, clock.instant(), guest("Ann", 1, true))));
        add(round("good", clock.instant(), guest("Bob", 2, true)));
        assertTrue(answer(store().boards().round("good")).isPresent());
        assertEquals(1, store().results().gauge().setAside());
    }

    @Test
    void openingTwiceChangesNothing() {
        add(round("r1", clock.instant(), guest("Ann", 500, true)));
        reopen();
        reopen();
        assertEquals(List.of("1 Ann 500"), lines(Period.ALL));
    }

    private void add(RoundResult round) {
        answer(store().results().add(round));
        answer(store().results().settled());
    }

    private Board board(Period period, String below) {
        var wish = new Board.Wish("ffa", period, store().boards().today(), 10, below, false);
        return answer(store().boards().page(wish));
    }

    private List<String> lines(Period period) {
        return board(period, "").lines().stream()
                .map(line -> line.rank() + " " + line.name() + " " + line.score())
                .toList();
    }

    private Player player(String name) {
        return answer(store().boards().player(name)).orElseThrow();
    }

    private static Rating rating(Player.InMode mode) {
        return Objects.requireNonNull(mode.rating());
    }

    private static Claim granted(CompletionStage<Accounts.Reply> reply) {
        return assertInstanceOf(Accounts.Reply.Granted.class, answer(reply)).claim();
    }
}

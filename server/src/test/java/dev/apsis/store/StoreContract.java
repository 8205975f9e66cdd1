package dev.apsis.store;

import static dev.apsis.store.RoundsForTest.guest;
import static dev.apsis.store.RoundsForTest.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.store.AuditEntry.Deed;
import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.RoundResult.Line;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What a store does, whatever database is behind it. Each database has a class that says so. */
abstract class StoreContract extends StoreTrial {
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
        assertEquals(Optional.of(after), store().claim(after.account()));
        assertTrue(answer(store().refresh()));
        assertEquals(Optional.of(after), store().claim(after.account()));
        granted(store().accounts().signIn("Ann", "new horses"));
    }

    @Test
    void aReleasedNameIsAnybodys() {
        Claim ann = granted(store().accounts().claim("Ann", "correct horse"));
        assertTrue(answer(store().accounts().release("ANN")));
        assertFalse(answer(store().accounts().release("Ann")));
        assertEquals(Optional.empty(), store().claim("Ann"));
        assertEquals(Optional.empty(), store().claim(ann.account()));
        granted(store().accounts().claim("Ann", "another one"));
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
}

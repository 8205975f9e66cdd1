package dev.apsis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.store.AuditEntry.Deed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        open = Store.open(settings(directory), clock);
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
        open = Store.open(settings(directory), clock);
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
                answer(store().audit().note(new Deed(endless, endless, endless, endless, endless + '\0')));
        assertEquals(List.of(entry), answer(store().audit().before(Long.MAX_VALUE, 1)));
    }
}

package dev.apsis.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.apsis.store.Board.Order;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;

/** An open store for each test, of whatever database its class says. */
abstract class StoreTrial {
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

    void add(RoundResult round) {
        answer(store().results().add(round));
        answer(store().results().settled());
    }

    Board board(Period period, String below) {
        return board(period, Order.SCORE, below);
    }

    Board board(Period period, Order order, String below) {
        var wish = new Board.Wish("ffa", period, store().boards().today(), order, 3, below, false);
        return answer(store().boards().page(wish));
    }

    List<String> lines(Period period) {
        return board(period, "").lines().stream()
                .map(line -> line.rank() + " " + line.name() + " " + line.score())
                .toList();
    }

    static Claim granted(CompletionStage<Accounts.Reply> reply) {
        return assertInstanceOf(Accounts.Reply.Granted.class, answer(reply)).claim();
    }
}

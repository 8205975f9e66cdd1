package dev.apsis.store;

import dev.apsis.store.Access.Work;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Where the database is asked: questions wait in line for the one thread that has its connection,
 * and are answered there. Asked from any thread, none of which ever waits.
 */
final class Desk {
    /** Who comes when so many wait is sent away as {@link StoreProblem.Kind#BUSY}. */
    private static final int MAX_WAITING = 256;

    private final Access access;
    private final ThreadPoolExecutor thread;

    Desk(Database database) {
        this.access = new Access(database);
        this.thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MAX_WAITING),
                        Thread.ofPlatform().name("apsis-store").daemon().factory());
    }

    /** Does it in one transaction; fails with a {@link StoreProblem}. */
    <T extends @Nullable Object> CompletionStage<T> ask(Work<T> work) {
        return ask(work, done -> done);
    }

    /** The same; what was committed is taken in here, in order, before anybody is answered. */
    <T extends @Nullable Object, R extends @Nullable Object> CompletionStage<R> ask(
            Work<T> work, Function<T, R> committed) {
        var answer = new CompletableFuture<R>();
        try {
            thread.execute(() -> answer(work, committed, answer));
        } catch (RejectedExecutionException full) {
            answer.completeExceptionally(
                    thread.isShutdown()
                            ? new StoreProblem(StoreProblem.Kind.CLOSED, "the store is closed")
                            : new StoreProblem(
                                    StoreProblem.Kind.BUSY,
                                    "too much is asked of the store: try again in a moment"));
        }
        return answer;
    }

    private <T extends @Nullable Object, R extends @Nullable Object> void answer(
            Work<T> work, Function<T, R> committed, CompletableFuture<R> answer) {
        try {
            answer.complete(committed.apply(access.transact(work)));
        } catch (SQLException failed) {
            answer.completeExceptionally(
                    new StoreProblem(
                            StoreProblem.Kind.AWAY,
                            "the store does not answer: try again in a moment",
                            failed));
        } catch (RuntimeException | Error bug) {
            answer.completeExceptionally(bug);
        }
    }

    /** Answers who waits already, and nobody else; waits for that. */
    void close() {
        thread.execute(() -> access.close(/* last= */ true));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

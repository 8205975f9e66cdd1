package dev.apsis.store;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One thread for what takes time, and a line before it. Asked from any thread, none of which ever
 * waits.
 */
final class Worker {
    private final ThreadPoolExecutor thread;

    /** Who comes when so many wait is sent away as {@link StoreProblem.Kind#BUSY}. */
    Worker(String name, int maxWaiting) {
        this.thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(maxWaiting),
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    <T extends @Nullable Object> CompletionStage<T> ask(Supplier<T> work) {
        var answer = new CompletableFuture<T>();
        try {
            thread.execute(() -> answer(work, answer));
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

    private static <T extends @Nullable Object> void answer(
            Supplier<T> work, CompletableFuture<T> answer) {
        try {
            answer.complete(work.get());
        } catch (RuntimeException | Error failed) {
            answer.completeExceptionally(failed);
        }
    }

    /** Answers who waits already, and nobody else; waits for that. */
    void close() {
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

package dev.apsis.bench;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that is done in a thread of its own, while who began it does something else. */
final class Aside<T> {
    private final FutureTask<T> task;

    private Aside(FutureTask<T> task) {
        this.task = task;
    }

    static <T> Aside<T> begin(String name, Callable<T> work) {
        var aside = new Aside<>(new FutureTask<>(work));
        Thread.ofPlatform().daemon().name(name).start(aside.task);
        return aside;
    }

    /** Waits for its end, and says what came of it. */
    T end() throws IOException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}

package dev.apsis.store;

import dev.apsis.store.Access.Work;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Where the database is asked: questions wait in line for the one thread that has its connection,
 * and are answered there. Asked from any thread, none of which ever waits.
 */
final class Desk {
    /** Who comes when so many wait is sent away as {@link StoreProblem.Kind#BUSY}. */
    private static final int MAX_WAITING = 256;

    private final Access access;
    private final Worker worker = new Worker("apsis-store", MAX_WAITING);

    Desk(Database database) {
        this.access = new Access(database);
    }

    /** Does it in one transaction; fails with a {@link StoreProblem}. */
    <T extends @Nullable Object> CompletionStage<T> ask(Work<T> work) {
        return ask(work, done -> done);
    }

    /** The same; what was committed is taken in here, in order, before anybody is answered. */
    <T extends @Nullable Object, R extends @Nullable Object> CompletionStage<R> ask(
            Work<T> work, Function<T, R> committed) {
        return worker.ask(() -> committed.apply(transact(work)));
    }

    private <T extends @Nullable Object> T transact(Work<T> work) {
        try {
            return access.transact(work);
        } catch (SQLException failed) {
            throw new StoreProblem(
                    StoreProblem.Kind.AWAY,
                    "the store does not answer: try again in a moment",
                    failed);
        }
    }

    /** Answers who waits already, and nobody else; waits for that. */
    void close() {
        var unused =
                worker.ask(
                        () -> {
                            access.close(/* last= */ true);
                            return true;
                        });
        worker.close();
    }
}

package dev.apsis.directory;

import io.vertx.core.Future;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Looks that are under way: one at a time for each source, for a look takes a socket and up to
 * seconds, and the next of that source after it. Owned by the directory's event loop.
 */
final class Looks {
    /** While so many are looked at, whoever else comes is asked to come again. */
    static final int MAX_SOURCES = 16;

    /** As many as a source may have in the list may all begin at once; more are sent away. */
    static final int MAX_PER_SOURCE = Register.MAX_PER_SOURCE;

    private final Map<String, Queue> bySource = new HashMap<>();

    /** What one source waits for. Owned by these looks. */
    private static final class Queue {
        private int length;
        private Future<?> last = Future.succeededFuture();
    }

    /** Takes a look when its turn has come; fails with {@link Denied} if there are too many. */
    <T> Future<T> take(String source, Supplier<Future<T>> look) {
        Queue queue = bySource.getOrDefault(source, new Queue());
        if (queue.length == 0 && bySource.size() >= MAX_SOURCES) {
            return denied(503, "too many servers come at once: try again in a minute");
        }
        if (queue.length >= MAX_PER_SOURCE) {
            return denied(429, "servers of your address are being looked at: try again soon");
        }
        bySource.put(source, queue);
        queue.length++;
        Future<T> looked = queue.last.otherwiseEmpty().compose(over -> look.get());
        queue.last = looked;
        return looked.onComplete(over -> leave(source, queue));
    }

    private void leave(String source, Queue queue) {
        queue.length--;
        if (queue.length == 0) {
            bySource.remove(source);
        }
    }

    private static <T> Future<T> denied(int status, String why) {
        return Future.failedFuture(new Denied(status, why));
    }
}

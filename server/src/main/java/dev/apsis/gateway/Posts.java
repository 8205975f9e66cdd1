package dev.apsis.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The posts of all gateways of a server: each is asked on its own event loop. Shared by all; a
 * gateway comes once and stays.
 */
public final class Posts {
    private static final int PATIENCE_SECONDS = 2;

    private final List<Manned> manned = new CopyOnWriteArrayList<>();
    private final AtomicLong lastId = new AtomicLong();

    /** A post and the context it may be asked on. */
    private record Manned(Context context, Post post) {
        <T> Future<T> ask(Function<Post, T> question) {
            Promise<T> answer = Promise.promise();
            context.runOnContext(
                    turn -> {
                        try {
                            answer.complete(question.apply(post));
                        } catch (RuntimeException bug) {
                            answer.fail(bug);
                        }
                    });
            return answer.future().timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    void open(Context context, Post post) {
        manned.add(new Manned(context, post));
    }

    /** A number no other connection to this server has or had. */
    long nextId() {
        return lastId.incrementAndGet();
    }

    /**
     * Asks all posts; the answers of those that gave one soon, in the order they were opened in,
     * for a loop that stands still must not hide the others. Whoever asks on a context hears them
     * there.
     */
    public <T> Future<List<T>> ask(Function<Post, T> question) {
        List<Future<T>> asked = manned.stream().map(each -> each.ask(question)).toList();
        Promise<List<T>> answers = Promise.promise();
        Context asker = Vertx.currentContext();
        Future.join(asked)
                .onComplete(
                        all -> {
                            List<T> heard =
                                    asked.stream()
                                            .filter(Future::succeeded)
                                            .map(Future::result)
                                            .toList();
                            if (asker == null) {
                                answers.complete(heard);
                            } else {
                                asker.runOnContext(turn -> answers.complete(heard));
                            }
                        });
        return answers.future();
    }

    /** How many there are. */
    public int count() {
        return manned.size();
    }
}

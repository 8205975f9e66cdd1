package dev.apsis.protocol.bot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * A pilot's desk: what it has yet to hear, and whether a frame waits for its decision. Only the
 * newest frame ever does. Owned by its bot, under whose lock it is used; the pilot itself is called
 * outside of it, by one thread at a time.
 */
final class Desk {
    /** Of more news than this that a slow pilot has not heard the oldest are dropped. */
    private static final int MOST_NEWS = 256;

    private final Object lock;
    private final Executor threads;
    private final Pilot pilot;
    private final Cockpit cockpit;
    private final Consumer<Throwable> failure;
    private final Queue<Runnable> news = new ArrayDeque<>();
    private boolean frameWaits;
    private boolean working;
    private boolean deciding;

    /** {@code failure} is told what the pilot threw. */
    Desk(Bot.Post post, Executor threads, Consumer<Throwable> failure) {
        this.lock = post.lock();
        this.pilot = post.pilot();
        this.cockpit = post.cockpit();
        this.threads = threads;
        this.failure = failure;
    }

    /** Something the pilot shall hear when it is its turn. */
    void tell(Runnable word) {
        if (news.size() == MOST_NEWS) {
            news.remove();
        }
        news.add(word);
        wake();
    }

    /** A frame came; if the pilot has not decided on an older one, the last command goes on. */
    void show(long nowNanos) {
        if (deciding || frameWaits) {
            cockpit.hold(nowNanos);
        }
        frameWaits = true;
        wake();
    }

    private void wake() {
        if (!working) {
            try {
                threads.execute(this::work);
                working = true;
            } catch (RejectedExecutionException hangarClosed) {
                news.clear();
            }
        }
    }

    /** Tells all the news and asks about one frame: others may be waiting for this thread. */
    private void work() {
        try {
            for (Runnable word = nextWord(); word != null; word = nextWord()) {
                word.run();
            }
            View view = nextView();
            if (view != null) {
                decide(view);
            }
        } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
            failure.accept(thrown);
        }
        synchronized (lock) {
            deciding = false;
            working = false;
            if (!news.isEmpty() || frameWaits) {
                wake();
            }
        }
    }

    private @Nullable Runnable nextWord() {
        synchronized (lock) {
            return news.poll();
        }
    }

    private @Nullable View nextView() {
        synchronized (lock) {
            deciding = frameWaits && cockpit.sees();
            frameWaits = false;
            return deciding ? cockpit.view() : null;
        }
    }

    private void decide(View view) {
        if (view.flies()) {
            Command command = pilot.fly(view);
            synchronized (lock) {
                cockpit.fly(command, System.nanoTime());
            }
        } else {
            pilot.watch(view);
            synchronized (lock) {
                cockpit.acknowledge();
            }
        }
    }
}

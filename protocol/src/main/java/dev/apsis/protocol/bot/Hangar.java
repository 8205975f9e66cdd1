package dev.apsis.protocol.bot;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where several bots live in one process: they share a few threads and one HTTP client.
 *
 * <pre>{@code
 * try (var hangar = new Hangar(2)) {
 *     for (int i = 0; i < 10; i++) {
 *         hangar.launch(URI.create("ws://127.0.0.1:7777/play/arena"), Papers.bot("ace " + i),
 *                 new Hunter());
 *     }
 *     hangar.bots().getFirst().join();
 * }
 * }</pre>
 *
 * <p>Messages are read on threads of their own, so a pilot who thinks for long delays only those
 * pilots who wait for the same threads. For hundreds of bots take a few threads and quick pilots.
 */
public final class Hangar implements AutoCloseable {
    /** More would not fly faster. */
    public static final int MOST_THREADS = 64;

    private static final long IDLE_SECONDS = 5;
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(6);

    private final ExecutorService pilots;
    private final ScheduledExecutorService timer;
    private final HttpClient http;
    private final List<Bot> bots = new CopyOnWriteArrayList<>();

    /**
     * A hangar whose pilots think on so many threads.
     *
     * @throws IllegalArgumentException if it is not 1 to {@value #MOST_THREADS}
     */
    public Hangar(int threads) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("1 to " + MOST_THREADS + " threads, not " + threads);
        }
        pilots = Executors.newFixedThreadPool(threads, named("pilots", /* daemon= */ false));
        timer = Executors.newSingleThreadScheduledExecutor(named("timer", /* daemon= */ true));
        http = HttpClient.newBuilder().executor(readers()).connectTimeout(CONNECT_PATIENCE).build();
    }

    /**
     * Lets a bot fly: it connects, plays, and comes back after a lost connection, until it is
     * closed or sent away for good.
     *
     * @param room such as {@code ws://127.0.0.1:7777/play/arena}
     * @throws IllegalArgumentException if that is no address of a room
     */
    public Bot launch(URI room, Papers papers, Pilot pilot) {
        Bot bot = new Bot(this, Bot.checked(room), papers, pilot);
        bots.add(bot);
        bot.connect();
        return bot;
    }

    /** The bots that were launched and have not ended. */
    public List<Bot> bots() {
        return List.copyOf(bots);
    }

    /** All bots leave, which takes a moment, and the threads end. */
    @Override
    public void close() {
        List<Bot> leaving = bots();
        leaving.forEach(Bot::close);
        CompletableFuture.allOf(leaving.stream().map(Bot::ended).toArray(CompletableFuture[]::new))
                .exceptionally(failed -> null)
                .join();
        timer.shutdown();
        pilots.shutdown();
        http.shutdown();
    }

    void landed(Bot bot) {
        bots.remove(bot);
    }

    HttpClient http() {
        return http;
    }

    ExecutorService pilots() {
        return pilots;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    /** Ends by itself when nothing has arrived for a while, the last words included. */
    private static ExecutorService readers() {
        var readers =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        named("reader", /* daemon= */ true));
        readers.allowCoreThreadTimeOut(true);
        return readers;
    }

    private static ThreadFactory named(String name, boolean daemon) {
        return work -> {
            var thread = new Thread(work, "apsis-bots-" + name);
            thread.setDaemon(daemon);
            return thread;
        };
    }
}

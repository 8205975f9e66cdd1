package dev.apsis.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Where finished rounds are handed over: from any thread, without waiting. They are written into
 * the journal by a thread of its own, and from there delivered to the database whenever it takes
 * them.
 */
public final class Results {
    private static final Logger LOG = System.getLogger(Results.class.getName());

    /** While the disk is slow so many wait in memory; what finishes beyond is refused. */
    private static final int MAX_WAITING = 1024;

    private static final long PAUSE_MILLIS = 1000;

    /** What is asked for in line with the rounds is no line of its own. */
    private static final byte[] NOTHING = {};

    private final Journal journal;
    private final Delivery delivery;
    private final BlockingQueue<Written> inbox = new ArrayBlockingQueue<>(MAX_WAITING);
    private final CountDownLatch ending = new CountDownLatch(1);

    /** After this there is nothing more. */
    private final Written last = new Written(NOTHING, new CompletableFuture<>());

    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Thread thread;

    /** A round as it will be in the journal, and who wants to know that it is. */
    private record Written(byte[] line, CompletableFuture<Void> kept) {}

    /**
     * How rounds fare since the start: kept in the journal, refused at its bound, delivered to the
     * database, set aside because it will never take them, lines the journal had damaged; how many
     * bytes it has, and whether the database takes rounds.
     */
    public record Gauge(
            long kept,
            long refused,
            long delivered,
            long setAside,
            long damaged,
            long failures,
            long journalBytes,
            boolean failing) {}

    Results(Journal journal, Delivery delivery) {
        this.journal = journal;
        this.delivery = delivery;
        this.thread = Thread.ofPlatform().name("apsis-journal").daemon().unstarted(this::run);
    }

    void start() {
        delivery.start();
        thread.start();
    }

    /**
     * Takes a finished round. Completes when the journal has it for good; fails as {@link
     * StoreProblem.Kind#FULL} at the journal's bound, and then the round is lost and counted.
     */
    public CompletionStage<Void> add(RoundResult round) {
        var written = new Written(RoundText.write(round), new CompletableFuture<>());
        synchronized (inbox) {
            if (ending.getCount() == 0) {
                refuse(written, StoreProblem.Kind.CLOSED, "the store is closed");
            } else if (!inbox.offer(written)) {
                refuse(written, StoreProblem.Kind.FULL, "the disk is too slow for the journal");
            }
        }
        return written.kept;
    }

    /** Completes when the database has everything that was handed over before. */
    public CompletionStage<Void> settled() {
        var passed = new Written(NOTHING, new CompletableFuture<>());
        return inbox.offer(passed)
                ? passed.kept.thenCompose(written -> journal.settled())
                : journal.settled();
    }

    /**
     * From here on a listener hears of records that are beaten, once the database has them; from
     * another thread, which it must not keep. A process that ends in between tells nobody.
     */
    public void follow(Consumer<Surpassed> listener) {
        delivery.follow(listener);
    }

    public Gauge gauge() {
        return new Gauge(
                kept.get(),
                refused.get(),
                delivery.delivered(),
                delivery.setAside(),
                journal.damaged(),
                delivery.failures(),
                journal.bytes(),
                delivery.failing());
    }

    /** Writes what waits, and delivers for so long at most. */
    void close(Duration patience) {
        synchronized (inbox) {
            ending.countDown();
        }
        try {
            inbox.put(last);
            thread.join();
            journal.settled().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.log(Level.INFO, "rounds wait in the journal for the next start");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        delivery.close();
    }

    private void run() {
        try {
            while (!last.kept.isDone()) {
                List<Written> together = new ArrayList<>(List.of(inbox.take()));
                inbox.drainTo(together);
                keep(admitted(together));
                together.stream()
                        .filter(each -> each.line.length == 0)
                        .forEach(each -> each.kept.complete(null));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those the journal has room for. */
    private List<Written> admitted(List<Written> together) {
        List<Written> admitted = new ArrayList<>();
        long bytes = 0;
        for (Written each : together) {
            if (each.line.length == 0) {
                continue;
            }
            if (journal.full(bytes + each.line.length)) {
                refuse(each, StoreProblem.Kind.FULL, "the journal is full");
            } else {
                bytes += each.line.length;
                admitted.add(each);
            }
        }
        return admitted;
    }

    /** As often as it takes, unless the process is about to end. */
    private void keep(List<Written> together) throws InterruptedException {
        List<byte[]> lines = together.stream().map(Written::line).toList();
        boolean done = lines.isEmpty();
        while (!done) {
            try {
                journal.append(lines);
                kept.addAndGet(lines.size());
                together.forEach(each -> each.kept.complete(null));
                done = true;
            } catch (IOException failed) {
                LOG.log(Level.WARNING, "the journal can't be written: {0}", failed.toString());
                done = ending.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                if (done) {
                    together.forEach(
                            each ->
                                    refuse(
                                            each,
                                            StoreProblem.Kind.CLOSED,
                                            "the journal could not be written to the end"));
                }
            }
        }
    }

    private void refuse(Written written, StoreProblem.Kind kind, String why) {
        if (refused.getAndIncrement() == 0) {
            LOG.log(
                    Level.ERROR,
                    "a finished round is lost: {0}; further ones are only counted",
                    why);
        }
        written.kept.completeExceptionally(new StoreProblem(kind, why));
    }
}

package dev.apsis.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Carries finished rounds from the journal into the database, on a thread of its own, for as long
 * as it takes: while the database is away it is tried again, after pauses that grow. What the
 * database will never take, because it is wrong, is set aside and counted.
 */
final class Delivery {
    private static final Logger LOG = System.getLogger(Delivery.class.getName());
    private static final int ROUNDS_AT_ONCE = 64;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final Journal journal;
    private final Access access;
    private final Rounds rounds;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final Thread thread;
    private volatile boolean failing;
    private volatile Consumer<Surpassed> listener = surpassed -> {};
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    Delivery(Journal journal, Database database, Rounds rounds) {
        this.journal = journal;
        this.access = new Access(database);
        this.rounds = rounds;
        this.thread = Thread.ofPlatform().name("apsis-delivery").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** From here on tells of records that are beaten, on the thread that delivers. */
    void follow(Consumer<Surpassed> told) {
        listener = told;
    }

    /** Rounds the database took, for the first time each. */
    long delivered() {
        return delivered.get();
    }

    long setAside() {
        return setAside.get();
    }

    long failures() {
        return failures.get();
    }

    /** Whether the last try failed. */
    boolean failing() {
        return failing;
    }

    /** Ends after what it is about. */
    void close() {
        ending.countDown();
        journal.close();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        access.close(/* last= */ false);
    }

    private void run() {
        try {
            while (ending.getCount() > 0 && journal.await()) {
                if (!deliver()) {
                    pause();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean deliver() {
        try {
            Journal.Chunk chunk = journal.read(ROUNDS_AT_ONCE);
            deliver(chunk);
            access.harden();
            journal.settle(chunk);
            recovered();
            return true;
        } catch (SQLException | IOException failed) {
            failed(failed);
        } catch (RuntimeException bug) {
            failed(bug);
        }
        return false;
    }

    /** All together, or each alone if one of them is refused for what is in it. */
    private void deliver(Journal.Chunk chunk) throws SQLException, IOException {
        try {
            count(access.transact(connection -> rounds.add(connection, chunk.rounds())));
        } catch (SQLException | RuntimeException refused) {
            orRethrow(refused);
            for (RoundResult round : chunk.rounds()) {
                deliverAlone(round);
            }
        }
    }

    private void deliverAlone(RoundResult round) throws SQLException, IOException {
        try {
            count(access.transact(connection -> rounds.add(connection, List.of(round))));
        } catch (SQLException | RuntimeException refused) {
            orRethrow(refused);
            journal.setAside(RoundText.write(round));
            setAside.incrementAndGet();
            LOG.log(Level.ERROR, "round " + round.id() + " was set aside", refused);
        }
    }

    private void count(Rounds.Added added) {
        delivered.addAndGet(added.rounds());
        added.surpassed().forEach(listener);
    }

    /** Goes on only if trying again would change nothing: states 22 and 23 are about content. */
    private static void orRethrow(Exception refused) throws SQLException {
        if (refused instanceof SQLException failed
                && !String.valueOf(failed.getSQLState()).matches("2[23].*")) {
            throw failed;
        }
    }

    private void failed(Exception failure) {
        failures.incrementAndGet();
        if (!failing) {
            LOG.log(
                    Level.WARNING,
                    "the store takes no rounds; they wait in the journal until it does: "
                            + failure);
        }
        failing = true;
    }

    private void recovered() {
        if (failing) {
            LOG.log(Level.INFO, "the store takes rounds again");
        }
        failing = false;
        pauseMillis = FIRST_PAUSE_MILLIS;
    }

    private void pause() throws InterruptedException {
        if (!ending.await(pauseMillis, TimeUnit.MILLISECONDS)) {
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
        }
    }
}

package dev.apsis.duel;

import dev.apsis.duel.Watch.Question;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Looks a hundred times a second whether a pilot takes more than its share, and condemns it. Runs
 * in a thread of its own, for a pilot that does not answer can't be asked to stop.
 */
final class Referee implements Runnable {
    private static final long LOOK_NANOS = 10_000_000;

    private final Watch watch;
    private final Allowance allowance;
    private final LongSupplier nanos;
    private final Consumer<Foul> verdict;
    private @Nullable Question seen;
    private long cpuNanosBefore;

    Referee(Watch watch, Allowance allowance, LongSupplier nanos, Consumer<Foul> verdict) {
        this.watch = watch;
        this.allowance = allowance;
        this.nanos = nanos;
        this.verdict = verdict;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            look();
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** One look; who is seen for the first time has taken nothing yet. */
    void look() {
        Question asked = watch.asked();
        if (asked == null) {
            return;
        }
        if (asked != seen) {
            seen = asked;
            cpuNanosBefore = watch.cpuNanos(asked.thread());
            return;
        }
        String how = fault(asked);
        if (!how.isEmpty() && watch.condemn(asked)) {
            verdict.accept(new Foul(asked.side(), how));
        }
    }

    private String fault(Question asked) {
        Thread thread = asked.thread();
        long bytes = watch.allocated(thread) - asked.allocatedBefore();
        if (bytes > allowance.bytes()) {
            return Fault.greedy(bytes, allowance.bytes());
        }
        if (watch.cpuNanos(thread) - cpuNanosBefore > allowance.cpuNanos()) {
            return Fault.endless(allowance.cpuNanos() / 1e9, thread.getStackTrace());
        }
        if (nanos.getAsLong() - asked.sinceNanos() > allowance.wallNanos()) {
            return Fault.endless(allowance.wallNanos() / 1e9, thread.getStackTrace());
        }
        return "";
    }
}

package dev.apsis.duel;

import com.sun.management.ThreadMXBean;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Knows whose pilot is being asked, since when, and what it has taken. Written by the thread that
 * plays; its referee reads it from another.
 *
 * <p>A question ends once: either the pilot answers, or the referee condemns it. Who was condemned
 * never plays on: its thread is kept until the process ends.
 */
final class Watch {
    private final Allowance allowance;
    private final LongSupplier nanos;
    private final Ledger ledger;
    private final ThreadMXBean threads =
            (ThreadMXBean) ManagementFactory.getThreadMXBean(); // of every JDK's VM
    private final AtomicReference<@Nullable Question> asked = new AtomicReference<>();
    private final long[] spentNanos = new long[Side.values().length];

    /** A pilot was asked something; each time is its own. */
    static final class Question {
        private final Side side;
        private final Thread thread;
        private final long sinceNanos;
        private final long allocatedBefore;

        private Question(Side side, Thread thread, long sinceNanos, long allocatedBefore) {
            this.side = side;
            this.thread = thread;
            this.sinceNanos = sinceNanos;
            this.allocatedBefore = allocatedBefore;
        }

        Side side() {
            return side;
        }

        Thread thread() {
            return thread;
        }

        long sinceNanos() {
            return sinceNanos;
        }

        long allocatedBefore() {
            return allocatedBefore;
        }
    }

    Watch(Allowance allowance, LongSupplier nanos, Ledger ledger) {
        this.allowance = allowance;
        this.nanos = nanos;
        this.ledger = ledger;
    }

    /** A round begins: nobody has taken anything. */
    void reset() {
        for (Side side : Side.values()) {
            spentNanos[side.number()] = 0;
        }
    }

    /** Asks a pilot, and makes a foul of whatever goes wrong. */
    void ask(Side side, Runnable question) {
        var begun =
                new Question(
                        side,
                        Thread.currentThread(),
                        nanos.getAsLong(),
                        threads.getCurrentThreadAllocatedBytes());
        asked.set(begun);
        ledger.asked(side);
        try {
            question.run();
        } catch (OutOfMemoryError full) {
            throw full; // by whose fault shows when the round is fought again: see RingProcess
        } catch (Throwable thrown) {
            end(begun);
            throw new Foul(side, Fault.describe(thrown));
        }
        end(begun);
        judge(begun);
    }

    private void end(Question question) {
        while (!asked.compareAndSet(question, null)) {
            LockSupport.park(this);
        }
        ledger.asked(null);
    }

    private void judge(Question question) {
        Side side = question.side();
        spentNanos[side.number()] += nanos.getAsLong() - question.sinceNanos();
        long bytes = threads.getCurrentThreadAllocatedBytes() - question.allocatedBefore();
        if (bytes > allowance.bytes()) {
            throw new Foul(side, Fault.greedy(bytes, allowance.bytes()));
        }
        if (spentNanos[side.number()] > allowance.roundNanos()) {
            throw new Foul(side, Fault.slow(allowance.roundNanos()));
        }
    }

    /** Who is being asked, if anybody is. */
    @Nullable Question asked() {
        return asked.get();
    }

    /** From here on whoever was asked this will never have answered; false if it just did. */
    boolean condemn(Question question) {
        var condemned = new Question(question.side(), question.thread(), question.sinceNanos(), -1);
        return asked.compareAndSet(question, condemned);
    }

    long cpuNanos(Thread thread) {
        return threads.getThreadCpuTime(thread.threadId());
    }

    long allocated(Thread thread) {
        return threads.getThreadAllocatedBytes(thread.threadId());
    }
}

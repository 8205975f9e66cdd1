package dev.apsis.link;

import java.util.PriorityQueue;

/**
 * Virtual time, and what is to happen in it: of two deeds due at once the one noted first. Owned by
 * its test.
 */
public final class Agenda {
    public static final long MILLI = 1_000_000;
    public static final long SECOND = 1_000 * MILLI;

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long nowNanos;
    private long noted;

    private record Entry(long nanos, long number, Runnable deed) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    public long nanos() {
        return nowNanos;
    }

    /** Notes a deed; what should have happened already happens next. */
    public void at(long nanos, Runnable deed) {
        entries.add(new Entry(Math.max(nanos, nowNanos), noted++, deed));
    }

    public void after(long nanos, Runnable deed) {
        at(nowNanos + nanos, deed);
    }

    /** Notes a deed that is done so many times a second, from now on, without drift. */
    public void often(int perSecond, Runnable deed) {
        repeat(nowNanos, 1, perSecond, deed);
    }

    private void repeat(long fromNanos, long count, int perSecond, Runnable deed) {
        at(
                fromNanos + count * SECOND / perSecond,
                () -> {
                    deed.run();
                    repeat(fromNanos, count + 1, perSecond, deed);
                });
    }

    /** Does all that is due until then. */
    public void runUntil(long nanos) {
        while (!entries.isEmpty() && entries.element().nanos <= nanos) {
            Entry entry = entries.remove();
            nowNanos = entry.nanos;
            entry.deed.run();
        }
        nowNanos = nanos;
    }

    public void run(double seconds) {
        runUntil(nowNanos + (long) (seconds * SECOND));
    }
}

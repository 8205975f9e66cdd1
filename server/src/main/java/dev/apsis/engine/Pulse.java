package dev.apsis.engine;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A room's time: runs the ticks that are due, and measures how late they begin and how long they
 * take. Owned by the room's context.
 */
final class Pulse {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int SECONDS_PER_TURN = 60;

    private final LongSupplier nanos;
    private final int ticksPerSecond;
    private final Beat beat;
    private final Strain strain = new Strain();
    private final Recent late = new Recent();
    private final Recent took = new Recent();
    private long ticks;

    /** Real time. */
    Pulse(LongSupplier nanos, int ticksPerSecond) {
        this(nanos, ticksPerSecond, new Ticker(nanos.getAsLong(), ticksPerSecond));
    }

    Pulse(LongSupplier nanos, int ticksPerSecond, Beat beat) {
        this.nanos = nanos;
        this.ticksPerSecond = ticksPerSecond;
        this.beat = beat;
    }

    /** Runs what is due by now, until a tick says that it was the last. */
    void run(BooleanSupplier tick) {
        long woke = nanos.getAsLong();
        long deadline = woke + beat.leftNanos(woke);
        int due = beat.due(woke);
        boolean goesOn = true;
        for (int i = 0; i < due && goesOn; i++) {
            long begun = nanos.getAsLong();
            goesOn = tick.getAsBoolean();
            long lateNanos = begun - deadline - i * NANOS_PER_SECOND / ticksPerSecond;
            note(lateNanos, nanos.getAsLong() - begun);
        }
    }

    private void note(long lateNanos, long tookNanos) {
        late.record(lateNanos);
        took.record(tookNanos);
        strain.note(lateNanos);
        if (++ticks % ((long) SECONDS_PER_TURN * ticksPerSecond) == 0) {
            late.turn();
            took.turn();
        }
    }

    /** How long until the next tick is due; not positive if it is. */
    long leftNanos() {
        return beat.leftNanos(nanos.getAsLong());
    }

    int halfTicksLeft() {
        return (int) (leftNanos() * 2 * ticksPerSecond / NANOS_PER_SECOND);
    }

    Strain strain() {
        return strain;
    }

    Gauges.Time gauge() {
        return new Gauges.Time(late.spread(), took.spread(), beat.dropped());
    }
}

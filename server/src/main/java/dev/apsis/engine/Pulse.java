package dev.apsis.engine;

import dev.apsis.measure.Buckets;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A room's time: runs the ticks that are due, and measures how late they begin and where their time
 * goes. Owned by the room's context.
 */
final class Pulse {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int SECONDS_PER_TURN = 60;

    /** So long whoever asks is told the same: anybody may ask, and as often as they like. */
    private static final long GAUGE_NANOS = 100_000_000;

    private final String room;
    private final LongSupplier nanos;
    private final int ticksPerSecond;
    private final Beat beat;
    private final Strain strain = new Strain();
    private final Recent late = new Recent();
    private final Recent took = new Recent();
    private final Buckets lateEver = new Buckets();
    private final Buckets tookEver = new Buckets();
    private final Lapse lapse;
    private final Worst worst = new Worst();
    private long ticks;
    private Gauges.@Nullable Time gauge;
    private long gaugedNanos;

    /** Real time. */
    Pulse(LongSupplier nanos, int ticksPerSecond) {
        this("room", nanos, ticksPerSecond, new Ticker(nanos.getAsLong(), ticksPerSecond));
    }

    Pulse(String room, LongSupplier nanos, int ticksPerSecond, Beat beat) {
        this.room = room;
        this.lapse = new Lapse(nanos);
        this.nanos = nanos;
        this.ticksPerSecond = ticksPerSecond;
        this.beat = beat;
    }

    /** Runs what is due by now, until a tick says that it was the last. */
    void run(BooleanSupplier tick) {
        long woke = nanos.getAsLong();
        long deadline = woke + beat.leftNanos(woke);
        int count = beat.due(woke);
        boolean goesOn = true;
        for (int i = 0; i < count && goesOn; i++) {
            var event = new TickEvent();
            event.begin();
            long begun = nanos.getAsLong();
            goesOn = tick.getAsBoolean();
            long due = deadline + i * NANOS_PER_SECOND / ticksPerSecond;
            event.commit(room, begun - due, lapse);
            note(due, begun - due, nanos.getAsLong() - begun);
        }
    }

    private void note(long dueNanos, long lateNanos, long tookNanos) {
        late.record(lateNanos);
        took.record(tookNanos);
        lateEver.record(lateNanos);
        tookEver.record(tookNanos);
        worst.note(dueNanos, lateNanos, tookNanos, lapse);
        strain.note(lateNanos);
        ticks++;
        if (ticks % ((long) SECONDS_PER_TURN * ticksPerSecond) == 0) {
            late.turn();
            took.turn();
            lapse.turn();
        }
        if (ticks % ((long) SECONDS_PER_TURN / 2 * ticksPerSecond) == 0) {
            worst.turn();
        }
    }

    /** Whoever runs a tick tells this how it goes on. */
    Laps laps() {
        return lapse;
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

    /** How it did, as of a moment ago. */
    Gauges.Time gauge() {
        long now = nanos.getAsLong();
        if (gauge == null || now - gaugedNanos >= GAUGE_NANOS) {
            gauge = reckon();
            gaugedNanos = now;
        }
        return gauge;
    }

    /** Looks through all it measured, in the time of the room's ticks. */
    private Gauges.Time reckon() {
        return new Gauges.Time(
                late.spread(),
                took.spread(),
                lapse.spreads(),
                worst.get(),
                strain.lateSeconds(),
                beat.dropped(),
                new Gauges.Ticks(lateEver.counted(), tookEver.counted(), lapse.counted()));
    }
}

package dev.apsis.engine;

import dev.apsis.measure.Buckets;
import dev.apsis.measure.Buckets.Counted;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * How long each phase took: of the tick that is being run, of the last minutes, and of all ticks.
 * Owned by the room's context; counting allocates nothing.
 */
final class Lapse implements Laps {
    private final LongSupplier nanos;
    private final Map<TickPhase, Times> byPhase = new EnumMap<>(TickPhase.class);
    private int tick;
    private long since;

    /** The times of one phase. Owned by the room's context. */
    private static final class Times {
        final Recent recent = new Recent();
        final Buckets ever = new Buckets();
        long last;

        void record(long took) {
            last = took;
            recent.record(took);
            ever.record(took);
        }
    }

    Lapse(LongSupplier nanos) {
        this.nanos = nanos;
        for (TickPhase phase : TickPhase.values()) {
            byPhase.put(phase, new Times());
        }
    }

    @Override
    public void begin(int number) {
        tick = number;
        since = nanos.getAsLong();
        for (Times times : byPhase.values()) {
            times.last = 0;
        }
    }

    @Override
    public void end(TickPhase phase) {
        long now = nanos.getAsLong();
        times(phase).record(now - since);
        since = now;
    }

    /** The number of the tick that was begun last. */
    int tick() {
        return tick;
    }

    /** How long a phase of that tick took; 0 if it had none. */
    long lastNanos(TickPhase phase) {
        return times(phase).last;
    }

    Map<TickPhase, Long> lastNanos() {
        return all(times -> times.last);
    }

    /** Another minute begins. */
    void turn() {
        byPhase.values().forEach(times -> times.recent.turn());
    }

    Map<TickPhase, Spread> spreads() {
        return all(times -> times.recent.spread());
    }

    Map<TickPhase, Counted> counted() {
        return all(times -> times.ever.counted());
    }

    private Times times(TickPhase phase) {
        return Objects.requireNonNull(byPhase.get(phase));
    }

    private <T> Map<TickPhase, T> all(Function<Times, T> figure) {
        Map<TickPhase, T> all = new EnumMap<>(TickPhase.class);
        byPhase.forEach((phase, times) -> all.put(phase, figure.apply(times)));
        return all;
    }
}

package dev.apsis.watch;

import dev.apsis.engine.Gauges;
import dev.apsis.engine.Relief;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.Spread;
import dev.apsis.engine.TickPhase;
import dev.apsis.engine.WorstTick;
import dev.apsis.gateway.Venue;
import dev.apsis.measure.Buckets.Counted;
import dev.apsis.orbit.Arenas;
import dev.apsis.watch.Reading.RoomReading;

import java.util.List;
import java.util.Map;

/** Readings of servers that do well, or do not. */
final class Readings {
    static final long MILLI = 1_000_000;

    private static final Machine.Area SPARE = new Machine.Area(100 << 20, 256 << 20);

    private Readings() {}

    /** A room whose ticks take so long, and whose worst one was that. */
    static RoomReading room(String name, int tookP99Micros, int lateSeconds, WorstTick worst) {
        var venue = new Venue(name, "ffa", 8, false, true, RoomTiming.STANDARD, Arenas.lone(8, 60));
        var none = new Spread(0, 0, 0, 0);
        var took = new Spread(100, tookP99Micros / 2, tookP99Micros, tookP99Micros);
        var ticks = new Gauges.Ticks(Counted.NONE, Counted.NONE, Map.of());
        var time = new Gauges.Time(none, took, Map.of(), worst, lateSeconds, 0, ticks);
        var shown = new Gauges.Shown(0, 0, 0, 0, Counted.NONE, 0);
        var relieved = new Gauges.Relieved(Relief.NONE, Map.of());
        var gauges = new Gauges(1000, new Gauges.Heads(3, 2, 4), time, shown, relieved);
        return new RoomReading(venue, gauges);
    }

    /** A tick that was due at a moment, began late, and took its time in one phase. */
    static WorstTick tick(long dueMillis, long lateMillis, long tookMillis, TickPhase in) {
        return new WorstTick(
                700,
                dueMillis * MILLI,
                lateMillis * MILLI,
                tookMillis * MILLI,
                Map.of(in, tookMillis * MILLI, TickPhase.COMMANDS, 0L));
    }

    static Reading of(int unanswered, RoomReading... rooms) {
        var machine = new Machine(SPARE, SPARE, 0, 20, 2, 5, 0, Counted.NONE);
        return new Reading(List.of(rooms), List.of(), unanswered, false, machine);
    }
}

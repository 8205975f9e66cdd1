package dev.apsis.watch;

import static dev.apsis.watch.Exposition.label;

import dev.apsis.engine.Gauges;
import dev.apsis.engine.Relief;
import dev.apsis.engine.TickPhase;
import dev.apsis.gateway.Post;
import dev.apsis.measure.Buckets.Counted;
import dev.apsis.watch.Reading.RoomReading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A reading as Prometheus reads it. Owned by whoever writes one page. */
final class MetricsPage {
    private static final double MILLIS_PER_SECOND = 1e3;

    private final Exposition out = new Exposition();
    private final Reading reading;

    private MetricsPage(Reading reading) {
        this.reading = reading;
    }

    static String text(Reading reading, String version) {
        var page = new MetricsPage(reading);
        page.server(version);
        page.rooms();
        page.shown();
        page.ticks();
        page.relief();
        page.loops();
        page.machine();
        return page.out.text();
    }

    private void server(String version) {
        one(Metric.BUILD_INFO, label("version", version), 1);
        one(Metric.DRAINING, "", reading.draining() ? 1 : 0);
        one(Metric.UNANSWERED, "", reading.unanswered());
        one(Metric.ROOMS, "", reading.rooms().size());
    }

    private void rooms() {
        each(Metric.PLAYERS, gauges -> gauges.heads().players());
        each(Metric.PEOPLE, gauges -> gauges.heads().people());
        each(Metric.VIEWERS, gauges -> gauges.heads().viewers());
        out.begin(Metric.CAPACITY);
        for (RoomReading room : reading.rooms()) {
            out.sample(Metric.CAPACITY, name(room), room.venue().capacity());
        }
    }

    private void shown() {
        each(Metric.FRAMES_SENT, gauges -> gauges.shown().snapshots());
        each(Metric.FRAMES_SKIPPED, gauges -> gauges.shown().skipped());
        each(Metric.FRAME_BYTES, gauges -> gauges.shown().bytes());
        each(Metric.RESYNCS, gauges -> gauges.shown().resyncs());
        each(Metric.COMMANDS_LATE, gauges -> gauges.shown().lateCommands());
        spread(Metric.SHOW, gauges -> gauges.shown().showing());
    }

    private void ticks() {
        each(Metric.TICKS_DROPPED, gauges -> gauges.time().dropped());
        spread(Metric.TICK_LATE, gauges -> gauges.time().ticks().late());
        spread(Metric.TICK, gauges -> gauges.time().ticks().took());
        out.begin(Metric.TICK_PHASE);
        for (RoomReading room : reading.rooms()) {
            Map<TickPhase, Counted> phases = room.gauges().time().ticks().phases();
            for (TickPhase phase : TickPhase.values()) {
                String labels = name(room) + "," + label("phase", phase.word());
                out.sample(Metric.TICK_PHASE, labels, phases.getOrDefault(phase, Counted.NONE));
            }
        }
    }

    private void relief() {
        each(Metric.RELIEF, gauges -> List.of(Relief.values()).indexOf(gauges.relieved().now()));
        out.begin(Metric.RELIEF_TAKEN);
        for (RoomReading room : reading.rooms()) {
            room.gauges()
                    .relieved()
                    .taken()
                    .forEach(
                            (step, times) -> {
                                String word = step.name().toLowerCase(Locale.ROOT);
                                String labels = name(room) + "," + label("step", word);
                                out.sample(Metric.RELIEF_TAKEN, labels, times);
                            });
        }
    }

    private void loops() {
        eachLoop(Metric.CONNECTIONS, Post.Counts::connected);
        eachLoop(Metric.CONNECTIONS_TOTAL, Post.Counts::connections);
        out.begin(Metric.LOOP_LAG);
        for (int i = 0; i < reading.loops().size(); i++) {
            out.sample(Metric.LOOP_LAG, loop(i), reading.loops().get(i).lag());
        }
        Map<String, Long> refusals = new TreeMap<>();
        reading.loops()
                .forEach(
                        loop ->
                                loop.refusals()
                                        .forEach((why, n) -> refusals.merge(why, n, Long::sum)));
        out.begin(Metric.REFUSALS);
        refusals.forEach((why, n) -> out.sample(Metric.REFUSALS, label("reason", why), n));
    }

    private void machine() {
        Machine machine = reading.machine();
        out.begin(Metric.GC_PAUSE).sample(Metric.GC_PAUSE, "", machine.gcPauses());
        String heap = label("area", "heap");
        String nonHeap = label("area", "nonheap");
        out.begin(Metric.MEMORY_USED)
                .sample(Metric.MEMORY_USED, heap, (double) machine.heap().usedBytes());
        out.sample(Metric.MEMORY_USED, nonHeap, (double) machine.nonHeap().usedBytes());
        out.begin(Metric.MEMORY_MAX)
                .sample(Metric.MEMORY_MAX, heap, (double) machine.heap().maxBytes());
        out.sample(Metric.MEMORY_MAX, nonHeap, (double) machine.nonHeap().maxBytes());
        one(Metric.DIRECT_USED, label("pool", "direct"), (double) machine.directBytes());
        one(Metric.THREADS, "", (double) machine.threads());
        one(Metric.PROCESSORS, "", (double) machine.processors());
        one(Metric.CPU, "", machine.cpuSeconds());
        one(Metric.START_TIME, "", machine.startMillis() / MILLIS_PER_SECOND);
    }

    private void one(Metric metric, String labels, double value) {
        out.begin(metric).sample(metric, labels, value);
    }

    private void each(Metric metric, ToDoubleFunction<Gauges> figure) {
        out.begin(metric);
        for (RoomReading room : reading.rooms()) {
            out.sample(metric, name(room), figure.applyAsDouble(room.gauges()));
        }
    }

    private void spread(Metric metric, Function<Gauges, Counted> figure) {
        out.begin(metric);
        for (RoomReading room : reading.rooms()) {
            out.sample(metric, name(room), figure.apply(room.gauges()));
        }
    }

    private void eachLoop(Metric metric, ToDoubleFunction<Post.Counts> figure) {
        out.begin(metric);
        for (int i = 0; i < reading.loops().size(); i++) {
            out.sample(metric, loop(i), figure.applyAsDouble(reading.loops().get(i)));
        }
    }

    private static String name(RoomReading room) {
        return label("room", room.label());
    }

    private static String loop(int index) {
        return label("loop", Integer.toString(index));
    }
}

package dev.apsis.watch;

import dev.apsis.engine.Gauges;
import dev.apsis.engine.Relief;
import dev.apsis.watch.GcPauses.Pause;
import dev.apsis.watch.Reading.RoomReading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a server is healthy, in words for whoever looks after it: the gravest comes first. */
public record Verdict(Level level, String headline, List<String> details, List<Trouble> worst) {
    /** A room whose ticks or frames have been late for so many seconds in a row is not ready. */
    static final int OVERRUN_SECONDS = 3;

    /** A single tick that ends later than this after its deadline is a jerk for everybody. */
    private static final long FELT_NANOS = 50_000_000;

    private static final double MICROS_PER_MILLI = 1e3;
    private static final double FEW_LEFT = 0.3;
    private static final double HEAP_FULL = 0.9;
    private static final double BYTES_PER_MIB = 1 << 20;

    public Verdict {
        details = List.copyOf(details);
        worst = List.copyOf(worst);
    }

    /** How grave it is. */
    public enum Level {
        WELL,
        STRAINED,
        SICK
    }

    static Verdict of(Reading reading, List<Pause> pauses) {
        List<Trouble> worst = Trouble.of(reading.rooms(), pauses);
        List<String> sick = overruns(reading);
        List<String> strained = strains(reading, worst);
        List<String> details = new ArrayList<>(sick);
        details.addAll(strained);
        String headroom = headroom(reading);
        details.add(headroom);
        worst.stream().findFirst().map(Trouble::words).ifPresent(details::add);
        details.add(heap(reading.machine()));
        boolean felt = !worst.isEmpty() && worst.getFirst().behindNanos() > FELT_NANOS;
        if (!sick.isEmpty()) {
            return new Verdict(Level.SICK, "No: players notice.", details, worst);
        }
        return strained.isEmpty() && !felt
                ? new Verdict(Level.WELL, "Yes, all is well.", details, worst)
                : new Verdict(Level.STRAINED, "It copes, but look at this.", details, worst);
    }

    /** Whether new players may be sent here; if not, why. */
    static Optional<String> notReady(Reading reading) {
        if (reading.draining()) {
            return Optional.of("the server is about to end");
        }
        return overruns(reading).stream().findFirst();
    }

    private static List<String> overruns(Reading reading) {
        List<String> overruns = new ArrayList<>();
        if (reading.unanswered() > 0) {
            overruns.add(
                    reading.unanswered() + " of the rooms and event loops did not answer in 2 s");
        }
        for (RoomReading room : reading.rooms()) {
            int seconds = room.gauges().time().lateSeconds();
            if (seconds >= OVERRUN_SECONDS) {
                overruns.add(
                        "room %s: ticks or their frames have been late for %d s"
                                .formatted(room.label(), seconds));
            }
        }
        return overruns;
    }

    private static List<String> strains(Reading reading, List<Trouble> worst) {
        List<String> strains = new ArrayList<>();
        for (RoomReading room : reading.rooms()) {
            Gauges gauges = room.gauges();
            if (spare(room) < FEW_LEFT) {
                strains.add(
                        "room %s: ticks take %.1f ms (p99) of the %.1f they may"
                                .formatted(room.label(), tookMillis(room), budgetMillis(room)));
            }
            if (gauges.relieved().now() != Relief.NONE) {
                String step = gauges.relieved().now().name().toLowerCase(Locale.ROOT);
                strains.add("room %s spares its viewers (%s)".formatted(room.label(), step));
            }
        }
        worst.stream()
                .filter(trouble -> trouble.behindNanos() > Trouble.NOTICED_NANOS)
                .skip(1) // the first is told anyway
                .forEach(trouble -> strains.add(trouble.words()));
        Machine.Area heap = reading.machine().heap();
        if (heap.maxBytes() > 0 && heap.usedBytes() > HEAP_FULL * heap.maxBytes()) {
            strains.add("the heap is nearly full: give the JVM more with -Xmx");
        }
        return strains;
    }

    private static String headroom(Reading reading) {
        return reading.rooms().stream()
                .min((a, b) -> Double.compare(spare(a), spare(b)))
                .map(
                        room ->
                                "%d %% of each tick's time is left in the busiest room, %s"
                                        .formatted(
                                                (int) Math.max(0, spare(room) * 100), room.label()))
                .orElse("no room is open");
    }

    private static String heap(Machine machine) {
        return "%.0f of %.0f MiB of the heap are in use"
                .formatted(
                        machine.heap().usedBytes() / BYTES_PER_MIB,
                        machine.heap().maxBytes() / BYTES_PER_MIB);
    }

    private static double spare(RoomReading room) {
        return 1 - tookMillis(room) / budgetMillis(room);
    }

    private static double tookMillis(RoomReading room) {
        return room.gauges().time().took().p99Micros() / MICROS_PER_MILLI;
    }

    private static double budgetMillis(RoomReading room) {
        return 1000.0 / room.venue().timing().ticksPerSecond();
    }
}

package dev.apsis.watch;

import dev.apsis.engine.TickPhase;
import dev.apsis.engine.WorstTick;
import dev.apsis.watch.GcPauses.Pause;
import dev.apsis.watch.Reading.RoomReading;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A room's worst tick of the last minute, and why it came so late to its end. */
public record Trouble(String room, int tick, long behindNanos, Cause cause) {
    /** A tick that ends later than this after its deadline is felt. */
    static final long NOTICED_NANOS = 10_000_000;

    private static final double NANOS_PER_MILLI = 1e6;

    /** What held a tick up. */
    public sealed interface Cause {
        /** The whole JVM stood still for its heap. */
        record GcPause(long nanos) implements Cause {}

        /** One phase of the tick itself took long. */
        record LongPhase(TickPhase phase, long nanos) implements Cause {}

        /** Another room was at work on the machine at that time. */
        record OtherRoom(String room) implements Cause {}

        /** Its event loop had other work: frames to encode, requests, or no processor at all. */
        record BusyLoop(long nanos) implements Cause {}
    }

    /** What becomes of one room's worst tick. */
    private record Suspect(RoomReading room, WorstTick tick) {
        long begin() {
            return tick.deadlineNanos();
        }

        long end() {
            return begin() + tick.behindNanos();
        }
    }

    /** The worst tick of each room, the worst of all first. */
    static List<Trouble> of(List<RoomReading> rooms, List<Pause> pauses) {
        List<Suspect> suspects = new ArrayList<>();
        for (RoomReading room : rooms) {
            WorstTick tick = room.gauges().time().worst();
            if (tick != null) {
                suspects.add(new Suspect(room, tick));
            }
        }
        return suspects.stream()
                .map(each -> of(each, suspects, pauses))
                .sorted(Comparator.comparingLong(Trouble::behindNanos).reversed())
                .toList();
    }

    private static Trouble of(Suspect suspect, List<Suspect> all, List<Pause> pauses) {
        return new Trouble(
                suspect.room().label(),
                suspect.tick().tick(),
                suspect.tick().behindNanos(),
                cause(suspect, all, pauses));
    }

    /** What took half of the time or more; what stops all comes before what stops one. */
    private static Cause cause(Suspect suspect, List<Suspect> all, List<Pause> pauses) {
        WorstTick tick = suspect.tick();
        long half = tick.behindNanos() / 2;
        long paused = 0;
        for (Pause pause : pauses) {
            long begin = Math.max(pause.beginNanos(), suspect.begin());
            paused += Math.max(0, Math.min(pause.endNanos(), suspect.end()) - begin);
        }
        if (paused > 0 && paused >= half) {
            return new Cause.GcPause(paused);
        }
        if (tick.tookNanos() >= half) {
            return longest(tick);
        }
        Suspect other = during(suspect, all);
        return other != null
                ? new Cause.OtherRoom(other.room().label())
                : new Cause.BusyLoop(tick.lateNanos());
    }

    private static Cause longest(WorstTick tick) {
        Map.Entry<TickPhase, Long> longest =
                tick.phases().entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElse(Map.entry(TickPhase.STEP, tick.tookNanos()));
        return new Cause.LongPhase(longest.getKey(), longest.getValue());
    }

    /** Another room's tick that ran, and ran long, while this one was waiting. */
    private static @Nullable Suspect during(Suspect late, List<Suspect> all) {
        for (Suspect other : all) {
            long begin = other.begin() + other.tick().lateNanos();
            long overlap =
                    Math.min(other.end(), late.begin() + late.tick().lateNanos())
                            - Math.max(begin, late.begin());
            if (!other.equals(late) && overlap * 2 >= late.tick().lateNanos()) {
                return other;
            }
        }
        return null;
    }

    /** The same in a sentence. */
    public String words() {
        String what =
                "worst tick of the last minute: %.1f ms after its time in room %s (tick %d)"
                        .formatted(behindNanos / NANOS_PER_MILLI, room, tick);
        return behindNanos <= NOTICED_NANOS ? what + ", which nobody feels" : what + ": " + why();
    }

    private String why() {
        return switch (cause) {
            case Cause.GcPause(long nanos) ->
                    "the JVM stood still for %.1f ms to clear its heap"
                            .formatted(nanos / NANOS_PER_MILLI);
            case Cause.LongPhase(TickPhase phase, long nanos) ->
                    "its phase '%s' took %.1f ms".formatted(phase.word(), nanos / NANOS_PER_MILLI);
            case Cause.OtherRoom(String other) ->
                    "room %s was at work on the same machine".formatted(other);
            case Cause.BusyLoop(long nanos) ->
                    "its event loop came %.1f ms late: busy with frames and requests, or without a"
                                    .formatted(nanos / NANOS_PER_MILLI)
                            + " processor";
        };
    }
}

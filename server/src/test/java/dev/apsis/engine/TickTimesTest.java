package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where the time of ticks goes, on a clock that every look at it moves on. */
class TickTimesTest {
    private static final long MILLI = 1_000_000;

    private long now;
    private final Room room = new Room(new Orbit(Arenas.lone(4, 60), 4, 42), RoomTiming.STANDARD);
    private final Pulse pulse = new Pulse("arena", () -> now, 60, new Ticker(0, 60));

    private static long due(int tick) {
        return tick * 1_000_000_000L / 60;
    }

    /** Runs a tick in which each phase takes so many milliseconds. */
    private void run(int millisPerPhase) {
        now = Math.max(now, due(room.tickNumber() + 1));
        Laps kept = pulse.laps();
        var slow =
                new Laps() {
                    @Override
                    public void begin(int tick) {
                        kept.begin(tick);
                    }

                    @Override
                    public void end(TickPhase phase) {
                        now += millisPerPhase * MILLI;
                        kept.end(phase);
                    }
                };
        pulse.run(
                () -> {
                    room.tick(slow);
                    slow.end(TickPhase.TELL);
                    return true;
                });
    }

    private static <T> T phase(Map<TickPhase, T> phases, TickPhase phase) {
        return Objects.requireNonNull(phases.get(phase), phase::toString);
    }

    @Test
    void eachPhaseIsCountedByItself() {
        run(1);
        run(1);
        Gauges.Ticks ticks = pulse.gauge().ticks();
        assertEquals(2, ticks.took().total());
        assertEquals(7 * MILLI, ticks.took().sumNanos(), "one of both has a frame");
        assertEquals(2 * MILLI, phase(ticks.phases(), TickPhase.STEP).sumNanos());
        assertEquals(1, phase(ticks.phases(), TickPhase.CAPTURE).total());
        assertEquals(0, phase(ticks.phases(), TickPhase.UPKEEP).total());
        assertEquals(1000, phase(pulse.gauge().phases(), TickPhase.TELL).maxMicros());
    }

    @Test
    void theWorstTickIsRememberedWithItsPhasesForHalfAMinuteAtLeast() {
        for (int tick = 0; tick < 1000; tick++) {
            run(tick == 500 ? 7 : 0);
        }
        WorstTick worst = pulse.gauge().worst();
        assertNotNull(worst);
        assertEquals(501, worst.tick());
        assertEquals(7 * MILLI, worst.phases().get(TickPhase.STEP));
        assertTrue(worst.behindNanos() >= 21 * MILLI, worst.behindNanos() + " ns");
        assertEquals(due(501), worst.deadlineNanos());
        for (int tick = 0; tick < 2 * 60 * 60; tick++) {
            run(0);
        }
        assertTrue(
                Objects.requireNonNull(pulse.gauge().worst()).tick() > 1000, "and then forgotten");
    }

    @Test
    void theFlightRecorderSeesEveryTickAndItsPhases(@TempDir Path folder) throws IOException {
        run(1); // before it records
        Path file = folder.resolve("ticks.jfr");
        try (var recording = new Recording()) {
            recording.enable(TickEvent.NAME).withoutThreshold();
            recording.start();
            run(1);
            run(2);
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events =
                RecordingFile.readAllEvents(file).stream()
                        .filter(event -> event.getEventType().getName().equals(TickEvent.NAME))
                        .toList();
        assertEquals(List.of(2, 3), events.stream().map(event -> event.getInt("tick")).toList());
        RecordedEvent second = events.getFirst();
        assertEquals("arena", second.getString("room"));
        assertEquals(Duration.ofMillis(1), second.getDuration("stepNanos"));
        assertEquals(Duration.ofMillis(1), second.getDuration("captureNanos"));
        assertEquals(Duration.ofMillis(2), events.getLast().getDuration("commandsNanos"));
        assertEquals(Duration.ZERO, events.getLast().getDuration("captureNanos"));
    }
}

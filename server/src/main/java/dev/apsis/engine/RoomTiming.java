package dev.apsis.engine;

import java.time.Duration;

/** How fast a room runs, and how long it is patient. */
public record RoomTiming(
        int ticksPerSecond,
        int ticksPerFrame,
        Duration late,
        Duration grace,
        Idleness idleness,
        boolean waitsForBots) {
    /**
     * 60 ticks and 30 frames a second; late deeds count for 300 ms, a left seat is kept for 20 s.
     */
    public static final RoomTiming STANDARD =
            new RoomTiming(
                    60,
                    2,
                    Duration.ofMillis(300),
                    Duration.ofSeconds(20),
                    Idleness.STANDARD,
                    false);

    /** The same, but patient with who does nothing for so long. */
    public RoomTiming with(Idleness other) {
        return new RoomTiming(ticksPerSecond, ticksPerFrame, late, grace, other, waitsForBots);
    }

    /** The same, whether or not every tick waits until all bots have said what they want in it. */
    public RoomTiming waitingForBots(boolean waits) {
        return new RoomTiming(ticksPerSecond, ticksPerFrame, late, grace, idleness, waits);
    }

    /** How many ticks so long a time has. */
    public int ticks(Duration time) {
        return (int) (time.toMillis() * ticksPerSecond / 1000);
    }
}

package dev.apsis.engine;

import java.time.Duration;

/** How fast a room runs, and how long it is patient. */
public record RoomTiming(int ticksPerSecond, int ticksPerFrame, Duration late, Duration grace) {
    /**
     * 60 ticks and 30 frames a second; late deeds count for 300 ms, a left seat is kept for 20 s.
     */
    public static final RoomTiming STANDARD =
            new RoomTiming(60, 2, Duration.ofMillis(300), Duration.ofSeconds(20));

    int ticks(Duration time) {
        return (int) (time.toMillis() * ticksPerSecond / 1000);
    }
}

package dev.apsis.engine;

import java.time.Duration;

/**
 * What becomes of pilots who do nothing: after {@code seated} without a changed command they watch
 * and their seat is free, and after {@code watching} more they are sent away. No time is never.
 * {@code bots}: whether that goes for programs too; the house's own bots are never idle.
 */
public record Idleness(Duration seated, Duration watching, boolean bots) {
    public static final Idleness STANDARD =
            new Idleness(Duration.ofMinutes(3), Duration.ofMinutes(15), true);

    public static final Idleness NEVER = new Idleness(Duration.ZERO, Duration.ZERO, false);
}

package dev.apsis.engine;

import java.util.Locale;

/** What a room does in one tick, in this order. */
public enum TickPhase {
    /** Whose time is over leaves, and everybody's command is taken. */
    COMMANDS,
    /** The game moves on by one step. */
    STEP,
    /** The world is copied into a frame, in ticks that have one. */
    CAPTURE,
    /** What is done once a second: who idles, who scored, how much relief is needed. */
    UPKEEP,
    /** News and frame are handed to the event bus. */
    TELL;

    /** How it is called in JSON and in metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.apsis.engine.game;

/** What the engine must know of a game's commands, which are packed ints to it. Pure functions. */
public interface CommandRules {
    /**
     * What a seat does without a command for this tick, {@code missed} ticks after its last one.
     */
    int held(int last, int missed);

    /** A tick's command, with what still counts of one that came too late for its own tick. */
    int withLate(int command, int late);
}

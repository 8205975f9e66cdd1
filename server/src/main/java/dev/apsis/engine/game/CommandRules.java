package dev.apsis.engine.game;

/** What the engine must know of a game's commands, which are packed ints to it. Pure functions. */
public interface CommandRules {
    /**
     * What a seat does without a command for this tick, {@code missed} ticks after its last one.
     */
    int held(int last, int missed);

    /**
     * The bits of a command that still count if it comes too late for its own tick: what is done
     * once for each press.
     */
    int deeds(int command);
}

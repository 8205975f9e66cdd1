package dev.apsis.orbit;

import dev.apsis.engine.game.CommandRules;
import dev.apsis.protocol.orbit.Command;

/**
 * How Orbit bridges missing and late commands: a pilot who falls silent flies on for 100 ms, then
 * straight on until 250 ms, then coasts. Shots and jumps are never repeated, but count when late.
 */
final class Commands implements CommandRules {
    private final int holdTicks;
    private final int fadeTicks;

    Commands(int ticksPerSecond) {
        this.holdTicks = ticksPerSecond / 10;
        this.fadeTicks = ticksPerSecond / 4;
    }

    @Override
    public int held(int last, int missed) {
        Command held = new Command(last).held();
        if (missed <= holdTicks) {
            return held.packed();
        }
        return (missed <= fadeTicks ? held.straight() : Command.NEUTRAL).packed();
    }

    @Override
    public int deeds(int command) {
        return new Command(command).deeds().packed();
    }
}

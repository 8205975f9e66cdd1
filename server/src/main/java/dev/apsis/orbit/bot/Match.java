package dev.apsis.orbit.bot;

import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.Orbit;
import dev.apsis.protocol.frame.Frame;

import java.util.List;
import java.util.function.Consumer;

/**
 * A match of house bots alone, stepped by hand: as fast as whoever owns it likes. Frames are shown
 * to the bots as a room would, every second tick.
 */
public final class Match {
    /** The level of a pilot who does nothing at all. */
    public static final int SLEEPER = 0;

    private static final int TICKS_PER_FRAME = 2;
    private static final int[] NO_RECEIPTS = {};

    private final Orbit orbit;
    private final Crew crew;
    private final int[] commands;
    private final Consumer<Fact> listener;
    private Frame frame = Frame.empty(0);

    /** One pilot for each level given; whatever happens is told to {@code listener}. */
    public Match(GameSettings settings, List<Integer> levels, long seed, Consumer<Fact> listener) {
        this.orbit = new Orbit(settings, seed);
        this.crew = new Crew(settings.arena(), settings.capacity(), seed);
        this.commands = new int[settings.capacity()];
        this.listener = listener;
        for (int seat = 0; seat < levels.size(); seat++) {
            orbit.join(seat, new Pilot(Names.of(seat), true));
            if (levels.get(seat) != SLEEPER) {
                crew.add(seat, levels.get(seat));
            }
        }
    }

    public void step() {
        for (int seat = 0; seat < commands.length; seat++) {
            commands[seat] = crew.command(seat);
        }
        orbit.step(commands);
        for (Fact fact : orbit.drainNews()) {
            crew.hear(fact);
            listener.accept(fact);
        }
        if (orbit.tick() % TICKS_PER_FRAME == 0) {
            frame = orbit.capture(NO_RECEIPTS);
            crew.watch(frame);
        }
    }

    public Orbit orbit() {
        return orbit;
    }

    /** The newest frame. */
    public Frame frame() {
        return frame;
    }
}

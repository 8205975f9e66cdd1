package dev.apsis.engine;

import dev.apsis.engine.game.CommandRules;
import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Pilot;
import dev.apsis.engine.game.Simulation;
import dev.apsis.protocol.frame.Frame;

import java.util.List;

/** A match like another, but for one step that has a bug. Owned by its room's context. */
final class DoomedMatch implements Simulation {
    private final Simulation match;
    private final int lastTick;
    private final Runnable bug;

    /** After {@code lastTick} no tick comes, but the bug. */
    DoomedMatch(Simulation match, int lastTick, Runnable bug) {
        this.match = match;
        this.lastTick = lastTick;
        this.bug = bug;
    }

    @Override
    public void step(int[] commands) {
        if (match.tick() == lastTick) {
            bug.run();
        }
        match.step(commands);
    }

    @Override
    public int seats() {
        return match.seats();
    }

    @Override
    public void join(int seat, Pilot pilot) {
        match.join(seat, pilot);
    }

    @Override
    public void leave(int seat) {
        match.leave(seat);
    }

    @Override
    public int tick() {
        return match.tick();
    }

    @Override
    public Frame capture(int[] receipts) {
        return match.capture(receipts);
    }

    @Override
    public int score(int seat) {
        return match.score(seat);
    }

    @Override
    public int side(int seat) {
        return match.side(seat);
    }

    @Override
    public List<Fact> drainNews() {
        return match.drainNews();
    }

    @Override
    public CommandRules commandRules() {
        return match.commandRules();
    }

    @Override
    public long stateHash() {
        return match.stateHash();
    }
}

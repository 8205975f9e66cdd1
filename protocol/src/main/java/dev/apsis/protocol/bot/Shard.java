package dev.apsis.protocol.bot;

import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.Rules;

/**
 * A shard in sight: what a wreck left, energy and score for whoever flies through it. It only
 * falls; reads the view's row, which nobody changes.
 */
public final class Shard implements Thing {
    private final View view;
    private final int index;

    Shard(View view, int index) {
        this.view = view;
        this.index = index;
    }

    /** A number that stays with it while it is in sight, and is never used again. */
    public int id() {
        return view.sighting().keys()[index];
    }

    /** The score it brings. */
    public int worth() {
        return field(ShardRow.WORTH);
    }

    /** How long until it fades, if nobody takes it. */
    public double lifeSeconds() {
        return field(ShardRow.LIFE) / (double) view.ticksPerSecond();
    }

    @Override
    public double x() {
        return field(ShardRow.X) / Rules.GRID;
    }

    @Override
    public double y() {
        return field(ShardRow.X + 1) / Rules.GRID;
    }

    @Override
    public double vx() {
        return field(ShardRow.X + 2) * view.ticksPerSecond() / Rules.GRID;
    }

    @Override
    public double vy() {
        return field(ShardRow.X + 3) * view.ticksPerSecond() / Rules.GRID;
    }

    int index() {
        return index;
    }

    private int field(int field) {
        return view.sighting().rows()[view.sighting().at(index) + field];
    }
}

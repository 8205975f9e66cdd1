package dev.apsis.protocol.bot;

import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rules;

/** A torpedo in sight. It only falls; reads the view's row, which nobody changes. */
public final class Torpedo implements Thing {
    /** From its middle to its edge. */
    public static final double RADIUS = Rules.TORPEDO_RADIUS;

    private final View view;
    private final int index;

    Torpedo(View view, int index) {
        this.view = view;
        this.index = index;
    }

    /** A number that stays with it while it is in sight, and is never used again. */
    public int id() {
        return view.sighting().keys()[index];
    }

    /** The seat of whoever shot it. */
    public int owner() {
        return field(TorpedoRow.OWNER);
    }

    /** Whether it is one's own. */
    public boolean mine() {
        return owner() == view.seat();
    }

    /** How long until it fades, if it hits nothing. */
    public double lifeSeconds() {
        return field(TorpedoRow.LIFE) / (double) view.ticksPerSecond();
    }

    @Override
    public double x() {
        return field(TorpedoRow.X) / Rules.GRID;
    }

    @Override
    public double y() {
        return field(TorpedoRow.X + 1) / Rules.GRID;
    }

    @Override
    public double vx() {
        return field(TorpedoRow.X + 2) * view.ticksPerSecond() / Rules.GRID;
    }

    @Override
    public double vy() {
        return field(TorpedoRow.X + 3) * view.ticksPerSecond() / Rules.GRID;
    }

    int index() {
        return index;
    }

    private int field(int field) {
        return view.sighting().rows()[view.sighting().at(index) + field];
    }
}

package dev.apsis.protocol.orbit;

import java.util.Arrays;
import java.util.List;

/**
 * Where an arena's bodies are at a tick, in units. Who moves many things asks for the same few
 * ticks again with each of them: the last ones asked for are remembered. Owned by one thread.
 */
public final class Rails {
    /** A power of two. */
    private static final int REMEMBERED_TICKS = 16;

    private final List<Body> bodies;
    private final int count;
    private final int[] ticks = new int[REMEMBERED_TICKS];
    private final double[] xs;
    private final double[] ys;

    /** Where the places of the tick asked for last begin. */
    private int first;

    public Rails(Arena arena) {
        this.bodies = arena.bodies();
        this.count = bodies.size();
        this.xs = new double[REMEMBERED_TICKS * count];
        this.ys = new double[REMEMBERED_TICKS * count];
        Arrays.fill(ticks, Integer.MIN_VALUE);
    }

    public void place(int tick) {
        int slot = tick & (REMEMBERED_TICKS - 1);
        first = slot * count;
        if (ticks[slot] != tick) {
            ticks[slot] = tick;
            compute(tick);
        }
    }

    private void compute(int tick) {
        for (int i = 0; i < count; i++) {
            Body body = bodies.get(i);
            int angle = body.phase() + tick * body.anglePerTick();
            boolean free = body.parent() < 0;
            double x = free ? 0 : xs[first + body.parent()];
            double y = free ? 0 : ys[first + body.parent()];
            xs[first + i] = x + body.orbitUnits() * Angles.cosFine(angle);
            ys[first + i] = y + body.orbitUnits() * Angles.sinFine(angle);
        }
    }

    public int count() {
        return count;
    }

    public Body body(int i) {
        return bodies.get(i);
    }

    public double x(int i) {
        return xs[first + i];
    }

    public double y(int i) {
        return ys[first + i];
    }
}

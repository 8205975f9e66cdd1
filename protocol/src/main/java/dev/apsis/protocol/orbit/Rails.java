package dev.apsis.protocol.orbit;

import java.util.List;

/** Where an arena's bodies are at a tick, in units; remembers the tick asked for last. */
public final class Rails {
    private final List<Body> bodies;
    private final double[] xs;
    private final double[] ys;
    private int placedTick = Integer.MIN_VALUE;

    public Rails(Arena arena) {
        this.bodies = arena.bodies();
        this.xs = new double[bodies.size()];
        this.ys = new double[bodies.size()];
    }

    public void place(int tick) {
        if (tick == placedTick) {
            return;
        }
        placedTick = tick;
        for (int i = 0; i < bodies.size(); i++) {
            Body body = bodies.get(i);
            int angle = body.phase() + tick * body.anglePerTick();
            boolean free = body.parent() < 0;
            xs[i] = (free ? 0 : xs[body.parent()]) + body.orbitUnits() * Angles.cosFine(angle);
            ys[i] = (free ? 0 : ys[body.parent()]) + body.orbitUnits() * Angles.sinFine(angle);
        }
    }

    public int count() {
        return xs.length;
    }

    public Body body(int i) {
        return bodies.get(i);
    }

    public double x(int i) {
        return xs[i];
    }

    public double y(int i) {
        return ys[i];
    }
}

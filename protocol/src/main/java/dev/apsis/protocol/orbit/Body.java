package dev.apsis.protocol.orbit;

/**
 * A star, planet or moon. It runs on rails: round its parent (an earlier body's index, or -1 for the
 * origin), its place a pure function of the tick. Angles are 2^-32 of a circle.
 */
public record Body(
        Type type, int radiusUnits, int pull, int parent, int orbitUnits, int phase, int anglePerTick) {
    /** What it does to who comes near: only stars feed energy. */
    public enum Type {
        STAR,
        PLANET,
        MOON
    }
}

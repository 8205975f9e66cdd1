package dev.apsis.protocol.orbit;

/**
 * A star, planet or moon. It runs on rails: round its parent (an earlier body's index, or -1 for
 * the origin), its place a pure function of the tick. Angles are 2^-32 of a circle.
 */
public record Body(
        Type type,
        int radiusUnits,
        int pull,
        int parent,
        int orbitUnits,
        int phase,
        int anglePerTick) {
    /** The same body for who counts in strides of some ticks. */
    Body inStrides(int strideTicks) {
        int anglePerStride = anglePerTick * strideTicks;
        return new Body(type, radiusUnits, pull, parent, orbitUnits, phase, anglePerStride);
    }

    /** What it does to who comes near: only stars feed energy. */
    public enum Type {
        STAR(0),
        PLANET(1),
        MOON(2);

        private static final Type[] BY_CODE = {STAR, PLANET, MOON};

        private final int code;

        Type(int code) {
            this.code = code;
        }

        /** How it travels. */
        public int code() {
            return code;
        }

        /** The type of a code from 0 to {@link #count} - 1. */
        public static Type of(int code) {
            return BY_CODE[code];
        }

        public static int count() {
            return BY_CODE.length;
        }
    }
}

package dev.apsis.protocol.orbit;

import java.util.List;

/**
 * The place of a match: a disc round the origin, and the bodies in it. Told once, in the welcome.
 */
public record Arena(int radiusUnits, int ticksPerSecond, List<Body> bodies) {
    public static final int MAX_BODIES = 64;

    /** At fewer, the fastest ship's way in a tick would not fit into its field. */
    public static final int MIN_TICKS_PER_SECOND = 20;

    /** At more, a jump's countdown would not. */
    public static final int MAX_TICKS_PER_SECOND = 240;

    /** Places must fit into 32 bits at 1/65536 unit, with room to be flung outside. */
    public static final int MAX_RADIUS_UNITS = 24_000;

    public Arena {
        bodies = List.copyOf(bodies);
        if (!possible(radiusUnits, ticksPerSecond, bodies.size())) {
            throw new IllegalArgumentException("an impossible arena of " + radiusUnits + " units");
        }
    }

    /** The same place for who looks ahead in strides of some ticks: a tick of it is a stride. */
    public Arena inStrides(int strideTicks) {
        List<Body> strided = bodies.stream().map(body -> body.inStrides(strideTicks)).toList();
        return new Arena(radiusUnits, ticksPerSecond / strideTicks, strided);
    }

    /** Whether all numbers of such an arena fit into their fields. */
    public static boolean possible(int radiusUnits, int ticksPerSecond, int bodies) {
        return radiusUnits >= 100
                && radiusUnits <= MAX_RADIUS_UNITS
                && ticksPerSecond >= MIN_TICKS_PER_SECOND
                && ticksPerSecond <= MAX_TICKS_PER_SECOND
                && bodies <= MAX_BODIES;
    }
}

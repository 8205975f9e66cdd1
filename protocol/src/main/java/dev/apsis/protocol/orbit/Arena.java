package dev.apsis.protocol.orbit;

import java.util.List;

/**
 * The place of a match: a disc round the origin, and the bodies in it. Told once, in the welcome.
 */
public record Arena(int radiusUnits, int ticksPerSecond, List<Body> bodies) {
    public static final int MAX_BODIES = 64;

    /** Places must fit into 32 bits at 1/65536 unit, with room to be flung outside. */
    public static final int MAX_RADIUS_UNITS = 24_000;

    public Arena {
        bodies = List.copyOf(bodies);
        if (radiusUnits < 100 || radiusUnits > MAX_RADIUS_UNITS || bodies.size() > MAX_BODIES) {
            throw new IllegalArgumentException(
                    "an arena of " + radiusUnits + " units with " + bodies.size() + " bodies");
        }
    }
}

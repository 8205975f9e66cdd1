package dev.apsis.protocol.bot;

import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.Rules;

/**
 * What only its pilot knows of a ship.
 *
 * @param energy 0 to 100
 * @param reloadSeconds until the tube is ready again
 * @param jumpSeconds until it may jump again
 * @param armingSeconds until a torpedo leaves, 0 if none is about to
 * @param shieldSeconds how much longer nothing hurts it
 */
public record Reactor(
        double energy,
        double reloadSeconds,
        double jumpSeconds,
        double armingSeconds,
        double shieldSeconds) {
    /** What a shot costs. */
    public static final double SHOT = Rules.ENERGY_FIRE;

    /** What a jump costs. */
    public static final double JUMP = Rules.ENERGY_JUMP;

    /** Whether a shot asked for now would leave. */
    public boolean canFire() {
        return reloadSeconds == 0 && energy >= SHOT;
    }

    /** Whether a jump asked for now would happen. */
    public boolean canJump() {
        return jumpSeconds == 0 && energy >= JUMP;
    }

    static Reactor of(int[] secrets, double ticksPerSecond) {
        return new Reactor(
                secrets[ShipSecret.ENERGY] / Rules.ENERGY_GRID,
                secrets[ShipSecret.RELOAD] / ticksPerSecond,
                secrets[ShipSecret.JUMP] / ticksPerSecond,
                secrets[ShipSecret.ARMING] / ticksPerSecond,
                secrets[ShipSecret.SHIELD] / ticksPerSecond);
    }
}

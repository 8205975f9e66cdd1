package dev.apsis.protocol.orbit;

import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;

/**
 * From a pilot's wish to what a ship does: rudder, drive, reactor and trigger. The server runs it
 * for every ship, the browser for its own. Owned by one thread.
 */
public final class Helm {
    private static final int FULL = (int) (Rules.ENERGY_MAX * Rules.ENERGY_GRID);

    private final Flight flight;
    private final int ticksPerSecond;
    private final int fireCost = (int) (Rules.ENERGY_FIRE * Rules.ENERGY_GRID);
    private final int boostPerTick;
    private final int reloadTicks;
    private final int armingTicks;

    public Helm(Flight flight, int ticksPerSecond) {
        this.flight = flight;
        this.ticksPerSecond = ticksPerSecond;
        this.boostPerTick = (int) (Rules.ENERGY_BOOST * Rules.ENERGY_GRID / ticksPerSecond);
        this.reloadTicks = ticks(Rules.RELOAD_SECONDS);
        this.armingTicks = ticks(Rules.ARMING_SECONDS);
    }

    /** A time of the rules in whole ticks, at least one. */
    public int ticks(double seconds) {
        return Math.max(1, (int) Math.floor(seconds * ticksPerSecond + 0.5));
    }

    /**
     * Flies a ship through one tick: its row's LATER controls become what the command asked for and
     * the reactor allowed. Whether a torpedo leaves or a jump begins is the caller's to see: from
     * {@link ShipSecret#ARMING} reaching zero, and from the command.
     */
    public void fly(int[] row, int at, int[] secrets, int secretsAt, Command command, int tick) {
        countDown(secrets, secretsAt);
        int rudder = rudder(row[at + ShipRow.HEADING], command);
        int drive = drive(secrets[secretsAt + ShipSecret.ENERGY], command);
        row[at + ShipRow.TURN_A] = row[at + ShipRow.TURN_B];
        row[at + ShipRow.DRIVE_A] = row[at + ShipRow.DRIVE_B];
        row[at + ShipRow.TURN_B] = rudder;
        row[at + ShipRow.DRIVE_B] = drive;
        flight.ship(row, at, rudder, drive, tick);
        secrets[secretsAt + ShipSecret.ENERGY] =
                energyAfter(secrets[secretsAt + ShipSecret.ENERGY], row, at, drive);
        trigger(row, at, secrets, secretsAt, command);
    }

    /** A ship's energy one tick on, at the place it came to. */
    int energyAfter(int energy, int[] row, int at, int drive) {
        if (staysFull(energy, drive)) {
            return FULL;
        }
        double warmth = warmth(row[at + ShipRow.X] / Rules.GRID, row[at + ShipRow.Y] / Rules.GRID);
        double gain = (Rules.ENERGY_REGEN + Rules.ENERGY_NEAR_STAR * warmth) * Rules.ENERGY_GRID;
        int left = energy - (drive == Drive.BOOST ? boostPerTick : 0);
        return Math.max(0, Math.min(FULL, left + (int) Math.floor(gain / ticksPerSecond)));
    }

    /** Whether a ship's energy stays what it can be at most, wherever it comes to. */
    static boolean staysFull(int energy, int drive) {
        return energy == FULL && drive != Drive.BOOST;
    }

    /** How well a place is warmed by the stars, 0 to 1; their places are those of the last step. */
    private double warmth(double x, double y) {
        Rails rails = flight.rails();
        double most = 0;
        for (int i = 0; i < rails.count(); i++) {
            if (rails.body(i).type() == Body.Type.STAR) {
                double dx = rails.x(i) - x;
                double dy = rails.y(i) - y;
                double above = Math.sqrt(dx * dx + dy * dy) - rails.body(i).radiusUnits();
                double far = 1 + Math.max(0, above) / Rules.STAR_WARMTH_UNITS;
                most = Math.max(most, 1 / (far * far));
            }
        }
        return most;
    }

    private int rudder(int heading, Command command) {
        return switch (command.steer()) {
            case Command.LEFT -> Flight.RUDDER;
            case Command.RIGHT -> -Flight.RUDDER;
            case Command.TOWARDS -> flight.rudderTowards(heading, command.aim());
            default -> 0;
        };
    }

    private int drive(int energy, Command command) {
        if (command.boost() && energy >= boostPerTick) {
            return Drive.BOOST;
        }
        if (command.brake()) {
            return Drive.BRAKE;
        }
        return command.thrust() || command.boost() ? Drive.THRUST : Drive.COAST;
    }

    private void trigger(int[] row, int at, int[] secrets, int secretsAt, Command command) {
        boolean ready = secrets[secretsAt + ShipSecret.RELOAD] == 0;
        if (command.fire() && ready && secrets[secretsAt + ShipSecret.ENERGY] >= fireCost) {
            secrets[secretsAt + ShipSecret.ENERGY] -= fireCost;
            secrets[secretsAt + ShipSecret.RELOAD] = reloadTicks;
            secrets[secretsAt + ShipSecret.ARMING] = armingTicks;
            secrets[secretsAt + ShipSecret.SHIELD] = 0;
        }
        int flags = row[at + ShipRow.FLAGS] & ~(ShipRow.SHIELDED | ShipRow.ARMING);
        flags |= secrets[secretsAt + ShipSecret.SHIELD] > 0 ? ShipRow.SHIELDED : 0;
        flags |= secrets[secretsAt + ShipSecret.ARMING] > 0 ? ShipRow.ARMING : 0;
        row[at + ShipRow.FLAGS] = flags;
    }

    private static void countDown(int[] secrets, int at) {
        for (int i = ShipSecret.RELOAD; i < ShipSecret.LENGTH; i++) {
            secrets[at + i] = Math.max(0, secrets[at + i] - 1);
        }
    }
}

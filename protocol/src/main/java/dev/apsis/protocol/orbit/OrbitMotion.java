package dev.apsis.protocol.orbit;

import dev.apsis.protocol.delta.Motion;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;

/** Orbit's predictor: everything goes on as {@link Flight} says. Owned by one thread. */
public final class OrbitMotion implements Motion {
    private final Flight flight;
    private final Helm helm;
    private final int[] step = new int[ShipRow.LENGTH];

    public OrbitMotion(Arena arena) {
        this.flight = new Flight(arena);
        this.helm = new Helm(flight, arena.ticksPerSecond());
    }

    public Flight flight() {
        return flight;
    }

    public Helm helm() {
        return helm;
    }

    @Override
    public void predict(
            int type, int[] before, int beforeAt, int[] row, int at, int tick, int ticks) {
        if (type != OrbitSchema.SHIP) {
            int x = type == OrbitSchema.TORPEDO ? TorpedoRow.X : ShardRow.X;
            System.arraycopy(before, beforeAt + x, row, at + x, 4);
            for (int i = 0; i < ticks; i++) {
                flight.fall(row, at + x, tick + i);
            }
            return;
        }
        System.arraycopy(before, beforeAt + ShipRow.X, row, at + ShipRow.X, 4);
        row[at + ShipRow.HEADING] = before[beforeAt + ShipRow.HEADING];
        for (int i = 0; i < ticks; i++) {
            int rudder = control(ShipRow.TURN_A, before, beforeAt, row, at, ticks - i);
            int drive = control(ShipRow.DRIVE_A, before, beforeAt, row, at, ticks - i);
            flight.ship(row, at, rudder, drive, tick + i);
        }
    }

    @Override
    public void predictSecrets(
            int type,
            int[] before,
            int beforeAt,
            int[] row,
            int at,
            int[] secrets,
            int tick,
            int ticks) {
        System.arraycopy(before, beforeAt, step, 0, ShipRow.LENGTH);
        int energy = secrets[ShipSecret.ENERGY];
        for (int i = 0; i < ticks; i++) {
            int rudder = control(ShipRow.TURN_A, before, beforeAt, row, at, ticks - i);
            int drive = control(ShipRow.DRIVE_A, before, beforeAt, row, at, ticks - i);
            flight.ship(step, 0, rudder, drive, tick + i);
            energy = helm.energyAfter(energy, step, 0, drive);
        }
        secrets[ShipSecret.ENERGY] = energy;
    }

    /** Moves a row on by some ticks while its pilot goes on as in its last one. */
    public void drift(int type, int[] row, int at, int tick, int ticks) {
        if (type == OrbitSchema.SHIP) {
            for (int i = 0; i < ticks; i++) {
                flight.ship(row, at, row[at + ShipRow.TURN_B], row[at + ShipRow.DRIVE_B], tick + i);
            }
            return;
        }
        int x = type == OrbitSchema.TORPEDO ? TorpedoRow.X : ShardRow.X;
        for (int i = 0; i < ticks; i++) {
            flight.fall(row, at + x, tick + i);
        }
    }

    /**
     * The control in force when {@code left} ticks remain to the row, counting the one about to be.
     */
    private static int control(
            int earlier, int[] before, int beforeAt, int[] row, int at, int left) {
        if (left == 1) {
            return row[at + earlier + 1];
        }
        return left == 2 ? row[at + earlier] : before[beforeAt + earlier + 1];
    }
}

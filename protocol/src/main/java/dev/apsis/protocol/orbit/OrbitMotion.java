package dev.apsis.protocol.orbit;

import dev.apsis.protocol.delta.Leg;
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
    public void predict(int type, Leg leg) {
        if (type != OrbitSchema.SHIP) {
            int x = placeOf(type);
            System.arraycopy(leg.before, leg.beforeAt + x, leg.row, leg.at + x, 4);
            fall(leg.row, leg.at + x, leg.tick, leg.ticks);
            return;
        }
        System.arraycopy(leg.before, leg.beforeAt + ShipRow.X, leg.row, leg.at + ShipRow.X, 4);
        leg.row[leg.at + ShipRow.HEADING] = leg.before[leg.beforeAt + ShipRow.HEADING];
        for (int i = 0; i < leg.ticks; i++) {
            step(leg, i, leg.row, leg.at);
        }
    }

    @Override
    public void predictSecrets(Leg leg, int[] secrets) {
        if (staysFull(leg, secrets[ShipSecret.ENERGY])) {
            return;
        }
        System.arraycopy(leg.before, leg.beforeAt, step, 0, ShipRow.LENGTH);
        int energy = secrets[ShipSecret.ENERGY];
        for (int i = 0; i < leg.ticks; i++) {
            step(leg, i, step, 0);
            energy = helm.energyAfter(energy, step, 0, control(ShipRow.DRIVE_A, leg, i));
        }
        secrets[ShipSecret.ENERGY] = energy;
    }

    private static boolean staysFull(Leg leg, int energy) {
        for (int i = 0; i < leg.ticks; i++) {
            if (!Helm.staysFull(energy, control(ShipRow.DRIVE_A, leg, i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void launch(int type, Leg owner, int age, int[] row, int at) {
        if (age == 0) {
            flight.launch(owner.row, owner.at, row, at);
            return;
        }
        System.arraycopy(owner.before, owner.beforeAt, step, 0, ShipRow.LENGTH);
        for (int i = 0; i < owner.ticks - age; i++) {
            step(owner, i, step, 0);
        }
        flight.launch(step, 0, row, at);
        fall(row, at + TorpedoRow.X, owner.tick + owner.ticks - age, age);
        row[at + TorpedoRow.LIFE] -= age;
    }

    /** Moves a row on by some ticks while its pilot goes on as in its last one. */
    public void drift(int type, int[] row, int at, int tick, int ticks) {
        if (type == OrbitSchema.SHIP) {
            for (int i = 0; i < ticks; i++) {
                flight.ship(row, at, row[at + ShipRow.TURN_B], row[at + ShipRow.DRIVE_B], tick + i);
            }
            return;
        }
        fall(row, at + placeOf(type), tick, ticks);
    }

    /** Where the place and the way of something other than a ship stand in its row. */
    static int placeOf(int type) {
        return type == OrbitSchema.TORPEDO ? TorpedoRow.X : ShardRow.X;
    }

    private void fall(int[] row, int x, int tick, int ticks) {
        for (int i = 0; i < ticks; i++) {
            flight.fall(row, x, tick + i);
        }
    }

    /** Moves a ship's row through the leg's tick number {@code i}. */
    private void step(Leg leg, int i, int[] row, int at) {
        int rudder = control(ShipRow.TURN_A, leg, i);
        flight.ship(row, at, rudder, control(ShipRow.DRIVE_A, leg, i), leg.tick + i);
    }

    /** The control in force in the leg's tick number {@code i}. */
    private static int control(int earlier, Leg leg, int i) {
        int left = leg.ticks - i;
        if (left == 1) {
            return leg.row[leg.at + earlier + 1];
        }
        return left == 2 ? leg.row[leg.at + earlier] : leg.before[leg.beforeAt + earlier + 1];
    }
}

package dev.apsis.link;

import dev.apsis.protocol.orbit.Flight;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

/**
 * Tells when a ship did not fly but was thrown: by another, a planet, a jump or its end. Pure but
 * for its workplace.
 */
final class Contacts {
    private static final int[] PLACE = {ShipRow.X, ShipRow.Y, ShipRow.VX, ShipRow.VY};

    private final World world;
    private final Flight flight;
    private final int[] row = new int[ShipRow.LENGTH];

    Contacts(World world, Flight flight) {
        this.world = world;
        this.flight = flight;
    }

    /** Whether nothing but its own controls and gravity moved a ship between two frames. */
    boolean free(int seat, int fromTick, int toTick) {
        for (int tick = fromTick; tick < toTick; tick += 2) {
            if (!flew(seat, tick)) {
                return false;
            }
        }
        return true;
    }

    private boolean flew(int seat, int tick) {
        int id = world.ship(tick, seat);
        if (id == 0 || world.ship(tick + 2, seat) != id) {
            return false;
        }
        for (int field = 0; field < row.length; field++) {
            row[field] = world.field(tick, seat, field);
        }
        int next = tick + 2;
        flight.ship(row, 0, at(next, seat, ShipRow.TURN_A), at(next, seat, ShipRow.DRIVE_A), tick);
        flight.ship(
                row, 0, at(next, seat, ShipRow.TURN_B), at(next, seat, ShipRow.DRIVE_B), tick + 1);
        boolean flew = at(next, seat, ShipRow.HULL) > 0;
        for (int field : PLACE) {
            flew &= row[field] == at(next, seat, field);
        }
        return flew;
    }

    private int at(int tick, int seat, int field) {
        return world.field(tick, seat, field);
    }
}

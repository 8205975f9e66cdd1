package dev.apsis.protocol.bot;

import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Flight;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.Rails;
import dev.apsis.protocol.orbit.Rules;

/**
 * Looks ahead in strides of a twentieth of a second: the server's own {@link Flight}, told that a
 * tick is longer. Quick enough to try many ways; right to a few units in a second. Shared by the
 * views of one pilot, whose thread owns it.
 */
final class Strides {
    private static final int PER_SECOND = 20;

    private final Flight flight;
    private final Rails rails;
    private final int strideTicks;
    private final int perSecond;
    private final int[] row = new int[ShipRow.LENGTH];
    private int stride;

    Strides(Arena arena) {
        strideTicks = Math.max(1, arena.ticksPerSecond() / PER_SECOND);
        perSecond = arena.ticksPerSecond() / strideTicks;
        flight = new Flight(arena.inStrides(strideTicks));
        rails = flight.rails();
    }

    /** Begins with something as it is at a tick. */
    Strides from(Thing thing, int tick) {
        stride = tick / strideTicks;
        double perStride = Rules.GRID / perSecond;
        row[ShipRow.X] = (int) Math.round(thing.x() * Rules.GRID);
        row[ShipRow.Y] = (int) Math.round(thing.y() * Rules.GRID);
        row[ShipRow.VX] = (int) Math.round(thing.vx() * perStride);
        row[ShipRow.VY] = (int) Math.round(thing.vy() * perStride);
        row[ShipRow.HEADING] = thing instanceof Ship ship ? Radians.toWire(ship.heading()) : 0;
        return this;
    }

    /** A stride of a ship under a rudder (-127 to 127) and a drive. */
    void fly(int rudder, int drive) {
        flight.ship(row, 0, rudder, drive, stride++);
    }

    /** A stride of a ship that turns to a heading. */
    void towards(int heading, int drive) {
        fly(flight.rudderTowards(row[ShipRow.HEADING], heading), drive);
    }

    /** A stride of what only falls. */
    void fall() {
        flight.fall(row, ShipRow.X, stride++);
    }

    int in(double seconds) {
        return (int) Math.ceil(seconds * perSecond);
    }

    double seconds(double strides) {
        return strides / perSecond;
    }

    double x() {
        return row[ShipRow.X] / Rules.GRID;
    }

    double y() {
        return row[ShipRow.Y] / Rules.GRID;
    }

    double speed() {
        return Place.length(row[ShipRow.VX], row[ShipRow.VY]) * perSecond / Rules.GRID;
    }

    /** The body whose surface is nearest, -1 if there is none; {@link #height} says how near. */
    int nearest() {
        rails.place(stride);
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rails.count(); i++) {
            double height = height(i);
            if (height < least) {
                least = height;
                nearest = i;
            }
        }
        return nearest;
    }

    /** How high above a body's surface, its place being that of the last {@link #nearest}. */
    double height(int body) {
        double dx = rails.x(body) - x();
        double dy = rails.y(body) - y();
        return Place.length(dx, dy) - rails.body(body).radiusUnits();
    }
}

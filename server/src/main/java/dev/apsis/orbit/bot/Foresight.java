package dev.apsis.orbit.bot;

import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;
import dev.apsis.protocol.orbit.Drive;
import dev.apsis.protocol.orbit.Flight;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.Rails;
import dev.apsis.protocol.orbit.Rules;

/**
 * Looks ahead by the game's own laws of motion, in strides of some ticks: the same {@link Flight},
 * told that a tick is longer. Owned by its crew.
 */
final class Foresight {
    static final int STRIDE_TICKS = 3;

    private static final double FAR = 1e9;
    private static final double STAR_UNITS = 130;

    private final Flight flight;
    private final Rails rails;
    private final double strideSeconds;
    private final int[] row = new int[ShipRow.LENGTH];

    Foresight(Arena arena) {
        Arena strided = arena.inStrides(STRIDE_TICKS);
        this.flight = new Flight(strided);
        this.rails = flight.rails();
        this.strideSeconds = 1.0 / strided.ticksPerSecond();
    }

    /** Begins with a ship as it is. */
    void takeShip(int[] rows, int at) {
        System.arraycopy(rows, at, row, 0, ShipRow.LENGTH);
        row[ShipRow.VX] *= STRIDE_TICKS;
        row[ShipRow.VY] *= STRIDE_TICKS;
    }

    /** Begins with something that only falls; units, and units per second. */
    void takeThing(double x, double y, double vx, double vy, int ticksPerSecond) {
        double perStride = Rules.GRID * STRIDE_TICKS / ticksPerSecond;
        row[ShipRow.X] = (int) (x * Rules.GRID);
        row[ShipRow.Y] = (int) (y * Rules.GRID);
        row[ShipRow.VX] = (int) (vx * perStride);
        row[ShipRow.VY] = (int) (vy * perStride);
    }

    void fly(int rudder, int drive, int tick) {
        flight.ship(row, 0, rudder, drive, tick / STRIDE_TICKS);
    }

    void flyTowards(int wanted, int drive, int tick) {
        fly(flight.rudderTowards(row[ShipRow.HEADING], wanted), drive, tick);
    }

    void fall(int tick) {
        flight.fall(row, ShipRow.X, tick / STRIDE_TICKS);
    }

    double x() {
        return row[ShipRow.X] / Rules.GRID;
    }

    double y() {
        return row[ShipRow.Y] / Rules.GRID;
    }

    /**
     * How near a ship comes to a body's surface within some strides, with its engine as given and
     * its nose turning to a heading.
     */
    double clearance(int[] rows, int at, int wanted, int drive, int tick, int strides) {
        takeShip(rows, at);
        double least = FAR;
        for (int i = 0; i < strides; i++) {
            if (drive == Drive.COAST) {
                fly(0, Drive.COAST, tick + i * STRIDE_TICKS);
            } else {
                flyTowards(wanted, drive, tick + i * STRIDE_TICKS);
            }
            least = Math.min(least, above(x(), y()));
        }
        return least;
    }

    /** How high a ship is above the nearest surface. */
    double above(Senses senses) {
        rails.place(senses.tick / STRIDE_TICKS);
        return above(senses.x, senses.y);
    }

    double strideSeconds() {
        return strideSeconds;
    }

    /** The height above the nearest surface. */
    private double above(double x, double y) {
        double least = FAR;
        for (int i = 0; i < rails.count(); i++) {
            double dx = rails.x(i) - x;
            double dy = rails.y(i) - y;
            double above = Math.sqrt(dx * dx + dy * dy) - dangerUnits(i);
            least = Math.min(least, above);
        }
        return least;
    }

    /**
     * How far from a body's centre no ship should be: a star's pull is not to be fought below it.
     */
    double dangerUnits(int body) {
        boolean star = rails.body(body).type() == Body.Type.STAR;
        return rails.body(body).radiusUnits() + (star ? STAR_UNITS : 0);
    }

    /** The star nearest to a place, -1 if there is none. */
    int nearestStar(double x, double y, int tick) {
        rails.place(tick / STRIDE_TICKS);
        int nearest = -1;
        double least = FAR * FAR;
        for (int i = 0; i < rails.count(); i++) {
            double dx = rails.x(i) - x;
            double dy = rails.y(i) - y;
            double squared = dx * dx + dy * dy;
            if (rails.body(i).type() == Body.Type.STAR && squared < least) {
                least = squared;
                nearest = i;
            }
        }
        return nearest;
    }

    /**
     * The first body that stands between two places, or nearer to the line than a margin; or -1.
     */
    int between(double fromX, double fromY, double toX, double toY, double marginUnits) {
        double wayX = toX - fromX;
        double wayY = toY - fromY;
        double way2 = Math.max(1, wayX * wayX + wayY * wayY);
        for (int i = 0; i < rails.count(); i++) {
            double bx = rails.x(i) - fromX;
            double by = rails.y(i) - fromY;
            double part = Math.clamp((bx * wayX + by * wayY) / way2, 0.0, 1.0);
            double dx = bx - wayX * part;
            double dy = by - wayY * part;
            double radius = rails.body(i).radiusUnits() + marginUnits;
            if (dx * dx + dy * dy < radius * radius) {
                return i;
            }
        }
        return -1;
    }

    Rails rails() {
        return rails;
    }
}

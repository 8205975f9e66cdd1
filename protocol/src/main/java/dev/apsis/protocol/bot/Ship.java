package dev.apsis.protocol.bot;

import dev.apsis.protocol.message.People.Person;
import dev.apsis.protocol.orbit.Drive;
import dev.apsis.protocol.orbit.Flight;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.Rules;

/** A ship in sight. Reads the view's row, which nobody changes. */
public final class Ship implements Thing {
    /** From its middle to its edge. */
    public static final double RADIUS = Rules.SHIP_RADIUS;

    private final View view;
    private final int index;

    Ship(View view, int index) {
        this.view = view;
        this.index = index;
    }

    /** A number that stays with this ship while it is in sight, and is never used again. */
    public int id() {
        return view.sighting().keys()[index];
    }

    /** The seat of its pilot: the same after a death, and in kills and scores. */
    public int seat() {
        return field(ShipRow.SEAT);
    }

    /** Who flies it. */
    public Person pilot() {
        return view.person(seat());
    }

    /** Whether it is one's own. */
    public boolean mine() {
        return index == view.sighting().self();
    }

    /** Whether it is on the side of one's own, or is it. */
    public boolean friendly() {
        int team = pilot().team();
        return mine() || (team != 0 && team == view.person(view.seat()).team());
    }

    @Override
    public double x() {
        return field(ShipRow.X) / Rules.GRID;
    }

    @Override
    public double y() {
        return field(ShipRow.Y) / Rules.GRID;
    }

    @Override
    public double vx() {
        return field(ShipRow.VX) * view.ticksPerSecond() / Rules.GRID;
    }

    @Override
    public double vy() {
        return field(ShipRow.VY) * view.ticksPerSecond() / Rules.GRID;
    }

    /** Where its nose points: radians from 0 to a whole turn. */
    public double heading() {
        return Radians.ofWire(field(ShipRow.HEADING));
    }

    /** How far its nose has to turn to point at something: negative to the right, -pi to pi. */
    public double turnTo(Thing target) {
        return turn(bearing(target));
    }

    /** How far its nose has to turn to a heading: negative to the right, -pi to pi. */
    public double turn(double heading) {
        return Radians.turn(heading(), heading);
    }

    /** What its rudder does: 1 hard left, -1 hard right. */
    public double rudder() {
        return field(ShipRow.TURN_B) / (double) Flight.RUDDER;
    }

    /** Whether its engine pushes forwards. */
    public boolean thrusting() {
        int drive = field(ShipRow.DRIVE_B);
        return drive == Drive.THRUST || drive == Drive.BOOST;
    }

    /** Whether it pushes with all it has. */
    public boolean boosting() {
        return field(ShipRow.DRIVE_B) == Drive.BOOST;
    }

    /** Whether it pushes backwards. */
    public boolean braking() {
        return field(ShipRow.DRIVE_B) == Drive.BRAKE;
    }

    /** What is left of it: 100 whole, 0 wreck. */
    public int hull() {
        return field(ShipRow.HULL);
    }

    /** Whether nothing hurts it for the moment, as after it appeared. */
    public boolean shielded() {
        return (field(ShipRow.FLAGS) & ShipRow.SHIELDED) != 0;
    }

    /** Whether a torpedo is about to leave its tube. */
    public boolean arming() {
        return (field(ShipRow.FLAGS) & ShipRow.ARMING) != 0;
    }

    @Override
    public String toString() {
        return "ship of seat %d at %.0f, %.0f".formatted(seat(), x(), y());
    }

    int index() {
        return index;
    }

    int drive() {
        return field(ShipRow.DRIVE_B);
    }

    private int field(int field) {
        return view.sighting().rows()[view.sighting().at(index) + field];
    }
}

package dev.apsis.orbit.bot;

import dev.apsis.engine.game.Lookout;
import dev.apsis.protocol.delta.Roster;
import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.Rules;

/**
 * What one pilot is shown of a frame: the lookout decides, and of secrets there are only its own.
 * Places in units, speeds in units per second. Owned by its crew, filled anew for each bot.
 */
final class Senses {
    double x;
    double y;
    double vx;
    double vy;
    int heading;
    int hull;
    boolean shielded;
    double energy;
    boolean canJump;
    int tick;
    int seat;

    private final Lookout lookout;
    private final Lookout.Eye eye = new Lookout.Eye();
    private final Roster nothingKnown = new Roster();
    private final Sight sight = new Sight();
    private final double perSecond;
    private Frame frame = Frame.empty(0);

    Senses(Lookout lookout, int ticksPerSecond) {
        this.lookout = lookout;
        this.perSecond = ticksPerSecond / Rules.GRID;
    }

    /** Looks out of a seat's ship; false if it has none that flies. */
    boolean look(Frame shown, int whose) {
        if (shown.id(OrbitSchema.SHIP, whose) == 0) {
            return false;
        }
        frame = shown;
        tick = shown.tick();
        seat = whose;
        Table ships = ships();
        int at = ships.at(seat);
        int[] rows = ships.rows();
        hull = rows[at + ShipRow.HULL];
        if (hull == 0) {
            return false;
        }
        x = rows[at + ShipRow.X] / Rules.GRID;
        y = rows[at + ShipRow.Y] / Rules.GRID;
        vx = rows[at + ShipRow.VX] * perSecond;
        vy = rows[at + ShipRow.VY] * perSecond;
        heading = rows[at + ShipRow.HEADING];
        shielded = (rows[at + ShipRow.FLAGS] & ShipRow.SHIELDED) != 0;
        int secretAt = ships.secretAt(seat);
        energy = ships.secrets()[secretAt + ShipSecret.ENERGY] / Rules.ENERGY_GRID;
        canJump = ships.secrets()[secretAt + ShipSecret.JUMP] == 0 && energy >= Rules.ENERGY_JUMP;
        lookout.follow(frame, seat, eye);
        lookout.look(frame, eye, nothingKnown, sight);
        return true;
    }

    int count() {
        return sight.count();
    }

    int type(int i) {
        return sight.type(i);
    }

    int slot(int i) {
        return sight.slot(i);
    }

    Table table(int type) {
        return frame.table(type);
    }

    Table ships() {
        return frame.table(OrbitSchema.SHIP);
    }

    /** A speed in wire integers as units per second. */
    double speed(int wire) {
        return wire * perSecond;
    }
}

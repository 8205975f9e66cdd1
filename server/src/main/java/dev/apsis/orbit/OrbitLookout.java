package dev.apsis.orbit;

import dev.apsis.engine.game.Lookout;
import dev.apsis.protocol.delta.Roster;
import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;

/**
 * A square round the eye, fixed in world units: a bigger monitor sees no further. What is known
 * stays visible until it is a little further out, so that nothing flickers at the edge.
 */
public final class OrbitLookout implements Lookout {
    private static final int GRID = 65536;
    private static final int ENTER_UNITS = 1400;
    private static final int LEAVE_UNITS = 1600;

    private static final int[] X_OF_TYPE = {ShipRow.X, TorpedoRow.X, ShardRow.X};

    @Override
    public void follow(Frame frame, int seat, Eye eye) {
        if (seat >= 0 && frame.id(OrbitSchema.SHIP, seat) != 0) {
            Table ships = frame.table(OrbitSchema.SHIP);
            eye.x = ships.rows()[ships.at(seat) + ShipRow.X];
            eye.y = ships.rows()[ships.at(seat) + ShipRow.Y];
        }
    }

    @Override
    public void look(Frame frame, Eye eye, Roster known, Sight sight) {
        sight.clear();
        for (int i = 0; i < known.size(); i++) {
            int type = known.type(i);
            int slot = known.slot(i);
            if (frame.id(type, slot) == known.id(i)
                    && within(frame, eye, type, slot, LEAVE_UNITS)) {
                sight.add(type, slot);
            }
        }
        for (int type = 0; type < frame.tables().size(); type++) {
            int[] ids = frame.table(type).ids();
            for (int slot = 0; slot < ids.length; slot++) {
                if (ids[slot] != 0 && within(frame, eye, type, slot, ENTER_UNITS)) {
                    sight.add(type, slot);
                }
            }
        }
    }

    private static boolean within(Frame frame, Eye eye, int type, int slot, int units) {
        Table table = frame.table(type);
        int at = table.at(slot) + X_OF_TYPE[type];
        long reach = (long) units * GRID;
        return Math.abs((long) table.rows()[at] - eye.x) <= reach
                && Math.abs((long) table.rows()[at + 1] - eye.y) <= reach;
    }
}

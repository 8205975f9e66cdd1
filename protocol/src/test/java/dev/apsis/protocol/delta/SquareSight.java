package dev.apsis.protocol.delta;

import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;

/**
 * The game's way of looking: a square round the own ship, a bit wider for what is known already.
 */
final class SquareSight {
    private static final long ENTER = 1400L * 65536;
    private static final long LEAVE = 1600L * 65536;
    private static final int[] X_OF_TYPE = {ShipRow.X, TorpedoRow.X, ShardRow.X};

    private int eyeX;
    private int eyeY;

    void look(Frame frame, int seat, Roster known, Sight sight) {
        if (frame.id(0, seat) != 0) {
            Table ships = frame.table(0);
            eyeX = ships.rows()[ships.at(seat) + ShipRow.X];
            eyeY = ships.rows()[ships.at(seat) + ShipRow.Y];
        }
        sight.clear();
        for (int i = 0; i < known.size(); i++) {
            int type = known.type(i);
            int slot = known.slot(i);
            if (frame.id(type, slot) == known.id(i) && within(frame, type, slot, LEAVE)) {
                sight.add(type, slot);
            }
        }
        for (int type = 0; type < frame.tables().length; type++) {
            for (int slot = 0; slot < frame.table(type).slots(); slot++) {
                if (frame.id(type, slot) != 0 && within(frame, type, slot, ENTER)) {
                    sight.add(type, slot);
                }
            }
        }
    }

    private boolean within(Frame frame, int type, int slot, long reach) {
        Table table = frame.table(type);
        int at = table.at(slot) + X_OF_TYPE[type];
        return Math.abs((long) table.rows()[at] - eyeX) <= reach
                && Math.abs((long) table.rows()[at + 1] - eyeY) <= reach;
    }
}

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
 *
 * <p>Sorts a frame's things by place when it is first asked about it, for all who look at the same
 * frame. Owned by one audience or crew.
 */
public final class OrbitLookout implements Lookout {
    private static final int GRID = 65536;
    private static final long ENTER = 1400L * GRID;
    private static final long LEAVE = 1600L * GRID;

    private static final int[] X_OF_TYPE = {ShipRow.X, TorpedoRow.X, ShardRow.X};

    private final Squares squares = new Squares(X_OF_TYPE);
    private Frame sorted = Frame.empty(0);

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
        sort(frame);
        sight.clear();
        for (int i = 0; i < known.size(); i++) {
            int type = known.type(i);
            int slot = known.slot(i);
            Table table = frame.table(type);
            if (table.id(slot) == known.id(i) && stays(eye, table, slot, X_OF_TYPE[type])) {
                sight.add(type, slot);
            }
        }
        squares.look(eye, ENTER, sight);
    }

    @SuppressWarnings("ReferenceEquality") // the same frame, not one like it
    private void sort(Frame frame) {
        if (frame != sorted) {
            sorted = frame;
            squares.fill(frame);
        }
    }

    private static boolean stays(Eye eye, Table table, int slot, int x) {
        int at = table.at(slot) + x;
        return Squares.near(eye, LEAVE, table.rows()[at], table.rows()[at + 1]);
    }
}

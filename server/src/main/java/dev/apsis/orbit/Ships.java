package dev.apsis.orbit;

import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.Rails;
import dev.apsis.protocol.orbit.Rules;

import java.util.Arrays;

/** All ships of a match, each in the slot of its seat. Owned by its simulation. */
final class Ships {
    private final Table table;
    private int lastId;

    Ships(int capacity) {
        this.table = new Table(capacity, ShipRow.LENGTH, ShipSecret.LENGTH);
    }

    Table table() {
        return table;
    }

    boolean alive(int seat) {
        return table.id(seat) != 0;
    }

    /** Puts a new ship into a seat, whole and charged. */
    void add(int seat, int x, int y, int vx, int vy, int heading) {
        int at = table.at(seat);
        int[] row = table.rows();
        Arrays.fill(row, at, at + ShipRow.LENGTH, 0);
        row[at + ShipRow.SEAT] = seat;
        row[at + ShipRow.X] = x;
        row[at + ShipRow.Y] = y;
        row[at + ShipRow.VX] = vx;
        row[at + ShipRow.VY] = vy;
        row[at + ShipRow.HEADING] = heading & 0xffff;
        row[at + ShipRow.HULL] = 100;
        int secretAt = table.secretAt(seat);
        Arrays.fill(table.secrets(), secretAt, secretAt + ShipSecret.LENGTH, 0);
        table.secrets()[secretAt + ShipSecret.ENERGY] =
                (int) (Rules.ENERGY_MAX * Rules.ENERGY_GRID);
        table.ids()[seat] = ++lastId;
    }

    void remove(int seat) {
        table.ids()[seat] = 0;
    }

    boolean touchesBody(int seat, Rails rails, int tick) {
        rails.place(tick);
        double x = table.rows()[table.at(seat) + ShipRow.X] / Rules.GRID;
        double y = table.rows()[table.at(seat) + ShipRow.Y] / Rules.GRID;
        for (int i = 0; i < rails.count(); i++) {
            double dx = rails.x(i) - x;
            double dy = rails.y(i) - y;
            double reach = rails.body(i).radiusUnits() + Rules.SHIP_RADIUS;
            if (dx * dx + dy * dy < reach * reach) {
                return true;
            }
        }
        return false;
    }

    long hash() {
        long hash = 17;
        for (int seat = 0; seat < table.slots(); seat++) {
            if (alive(seat)) {
                for (int i = table.at(seat); i < table.at(seat + 1); i++) {
                    hash = hash * 0x100000001b3L ^ table.rows()[i];
                }
            }
        }
        return hash;
    }
}

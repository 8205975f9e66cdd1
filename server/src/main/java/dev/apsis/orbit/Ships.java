package dev.apsis.orbit;

import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.Rules;

import java.util.Arrays;

/**
 * All ships of a match, each in the slot of its seat. Owned by its simulation.
 *
 * <p>A ship without hull is a wreck: it stays for a moment, so that a frame can tell of its end.
 */
final class Ships {
    private final Table table;
    private final int[] lastId;
    private final int[] lastShot;
    private final int[] wreckTicks;

    Ships(Memory memory, int capacity) {
        this.table = memory.table(capacity, ShipRow.LENGTH, ShipSecret.LENGTH);
        this.lastId = memory.ints(1);
        this.lastShot = memory.ints(capacity);
        this.wreckTicks = memory.ints(capacity);
    }

    Table table() {
        return table;
    }

    int count() {
        return table.slots();
    }

    boolean exists(int seat) {
        return table.id(seat) != 0;
    }

    boolean alive(int seat) {
        return exists(seat) && hull(seat) > 0;
    }

    boolean wreck(int seat) {
        return exists(seat) && hull(seat) == 0;
    }

    /** Puts a new ship into a seat, whole, charged and shielded. */
    void add(int seat, Place place, int shieldTicks) {
        int at = table.at(seat);
        int[] row = table.rows();
        Arrays.fill(row, at, at + ShipRow.LENGTH, 0);
        row[at + ShipRow.SEAT] = seat;
        row[at + ShipRow.HULL] = Balance.HULL;
        row[at + ShipRow.FLAGS] = shieldTicks > 0 ? ShipRow.SHIELDED : 0;
        put(seat, place);
        int secretAt = table.secretAt(seat);
        Arrays.fill(table.secrets(), secretAt, secretAt + ShipSecret.LENGTH, 0);
        setSecret(seat, ShipSecret.ENERGY, (int) (Rules.ENERGY_MAX * Rules.ENERGY_GRID));
        setSecret(seat, ShipSecret.SHIELD, shieldTicks);
        wreckTicks[seat] = 0;
        table.ids()[seat] = ++lastId[0];
    }

    /** Sets a ship down somewhere, slow. */
    void put(int seat, Place place) {
        int at = table.at(seat);
        int[] row = table.rows();
        row[at + ShipRow.X] = place.x;
        row[at + ShipRow.Y] = place.y;
        row[at + ShipRow.VX] = place.vx;
        row[at + ShipRow.VY] = place.vy;
        row[at + ShipRow.HEADING] = place.heading & 0xffff;
    }

    void remove(int seat) {
        table.ids()[seat] = 0;
    }

    /** Its hull is gone: from here on it only drifts, for so many ticks. */
    void wrecked(int seat, int ticks) {
        set(seat, ShipRow.HULL, 0);
        set(seat, ShipRow.FLAGS, get(seat, ShipRow.FLAGS) & ShipRow.JUMPED);
        wreckTicks[seat] = ticks;
    }

    /** Whether a wreck's moment is over, counting this tick. */
    boolean fades(int seat) {
        return --wreckTicks[seat] < 0;
    }

    /** The number of a ship's next shot, which goes round. */
    int nextShot(int seat) {
        lastShot[seat] = (lastShot[seat] + 1) & 0xff;
        return lastShot[seat];
    }

    int hull(int seat) {
        return get(seat, ShipRow.HULL);
    }

    boolean shielded(int seat) {
        return (get(seat, ShipRow.FLAGS) & ShipRow.SHIELDED) != 0;
    }

    int get(int seat, int field) {
        return table.rows()[table.at(seat) + field];
    }

    void set(int seat, int field, int value) {
        table.rows()[table.at(seat) + field] = value;
    }

    int secret(int seat, int field) {
        return table.secrets()[table.secretAt(seat) + field];
    }

    void setSecret(int seat, int field, int value) {
        table.secrets()[table.secretAt(seat) + field] = value;
    }
}

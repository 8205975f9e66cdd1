package dev.apsis.gateway;

import dev.apsis.engine.game.Lookout.Eye;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.delta.Roster;
import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What one pilot may know: hangs before each frame and makes up everything behind it. Owned by its
 * pilot.
 */
final class Veil {
    private static final int[] X_OF_TYPE = {ShipRow.X, TorpedoRow.X, ShardRow.X};
    private static final int UNIT = 65536;
    private static final int OUT_OF_SIGHT_UNITS = 1700;

    private final OrbitLookout lookout = new OrbitLookout();
    private final SplittableRandom chance;
    private final int seat;
    private Roster known = new Roster();
    private final Eye eye = new Eye();
    private final Eye nextEye = new Eye();
    private final Sight sight = new Sight();
    private Frame frame = Frame.empty(0);

    Veil(int seat, long seed) {
        this.seat = seat;
        this.chance = new SplittableRandom(seed);
    }

    /** The same frame to this pilot, to anybody else another. */
    Frame before(Frame truth) {
        frame = truth;
        nextEye.x = eye.x;
        nextEye.y = eye.y;
        lookout.follow(truth, seat, nextEye);
        lookout.look(truth, nextEye, known, sight);
        List<Table> tables = new ArrayList<>();
        for (int type = 0; type < truth.tables().length; type++) {
            tables.add(veiled(type, truth.table(type)));
        }
        int[] receipts = truth.receipts().clone();
        for (int i = 0; i < receipts.length; i++) {
            receipts[i] += i / Frame.RECEIPT_STRIDE == seat ? 0 : chance.nextInt(100);
        }
        return new Frame(truth.tick(), tables, events(truth), receipts);
    }

    /** The pilot was shown the last frame: what it saw there it knows from here on. */
    List<Seen> shown() {
        eye.x = nextEye.x;
        eye.y = nextEye.y;
        known = new Roster();
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < sight.count(); i++) {
            var one = new Seen(sight.type(i), sight.slot(i));
            if (!seen.contains(one)) {
                seen.add(one);
                known.add(one.type, one.slot, frame.id(one.type, one.slot));
            }
        }
        return seen;
    }

    /** Something in a frame. */
    record Seen(int type, int slot) {}

    private Table veiled(int type, Table table) {
        int fields = OrbitSchema.SCHEMA.type(type).fields().size();
        int secrets = OrbitSchema.SCHEMA.type(type).secrets().size();
        var copy = new Table(table.slots() + 3, fields, secrets);
        for (int slot = 0; slot < copy.slots(); slot++) {
            boolean seen = sees(type, slot);
            boolean own = type == OrbitSchema.SHIP && slot == seat;
            boolean keepsId = own || knows(type, slot, table.id(slot)) || seen;
            copy.ids()[slot] = keepsId ? table.id(slot) : chance.nextInt(2) * (1_000_000 + slot);
            for (int i = 0; i < fields; i++) {
                int at = copy.at(slot) + i;
                copy.rows()[at] = seen ? table.rows()[at] : chance.nextInt(200);
            }
            if (!seen) {
                copy.rows()[copy.at(slot) + X_OF_TYPE[type]] = farFrom(nextEye.x);
            }
            for (int i = 0; i < secrets; i++) {
                int at = copy.secretAt(slot) + i;
                copy.secrets()[at] = seen && own ? table.secrets()[at] : chance.nextInt(200);
            }
        }
        return copy;
    }

    private int farFrom(int x) {
        int units = chance.nextInt(OUT_OF_SIGHT_UNITS, 2 * OUT_OF_SIGHT_UNITS);
        return x > 0 ? x - units * UNIT : x + units * UNIT;
    }

    private int[] events(Frame truth) {
        List<Integer> events = new ArrayList<>();
        for (int at = 0; at < truth.events().length; at += Frame.EVENT_STRIDE) {
            if (sees(truth.events()[at + 1], truth.events()[at + 2])) {
                for (int i = 0; i < Frame.EVENT_STRIDE; i++) {
                    events.add(truth.events()[at + i]);
                }
            }
        }
        return events.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean sees(int type, int slot) {
        for (int i = 0; i < sight.count(); i++) {
            if (sight.type(i) == type && sight.slot(i) == slot) {
                return true;
            }
        }
        return false;
    }

    private boolean knows(int type, int slot, int id) {
        for (int i = 0; i < known.size(); i++) {
            if (known.type(i) == type && known.slot(i) == slot && known.id(i) == id) {
                return true;
            }
        }
        return false;
    }
}

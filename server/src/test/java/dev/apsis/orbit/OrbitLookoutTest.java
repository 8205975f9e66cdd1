package dev.apsis.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.game.Lookout.Eye;
import dev.apsis.protocol.delta.Roster;
import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

class OrbitLookoutTest {
    private static final int[] X_OF_TYPE = {ShipRow.X, TorpedoRow.X, ShardRow.X};
    private static final long UNIT = 65536;

    private final SplittableRandom random = new SplittableRandom(7);
    private final OrbitLookout lookout = new OrbitLookout();

    @Test
    void itSeesWhatASearchThroughEverythingFinds() {
        var sight = new Sight();
        int seen = 0;
        for (int world = 0; world < 200; world++) {
            int spreadUnits = 1000 << random.nextInt(6);
            Frame frame = frame(spreadUnits);
            for (int look = 0; look < 20; look++) {
                Eye eye = eye(spreadUnits);
                Roster known = someKnown(frame);

                lookout.look(frame, eye, known, sight);

                assertEquals(bySearching(frame, eye, known), set(sight), "world " + world);
                seen += sight.count();
            }
        }
        assertTrue(seen > 10_000, "the worlds were empty: " + seen);
    }

    private Frame frame(int spreadUnits) {
        List<Table> tables = new ArrayList<>();
        for (int type = 0; type < X_OF_TYPE.length; type++) {
            var table = new Table(1 + random.nextInt(100), OrbitSchema.SCHEMA.stride(), 0);
            for (int slot = 0; slot < table.slots(); slot++) {
                int at = table.at(slot) + X_OF_TYPE[type];
                table.ids()[slot] = random.nextInt(3);
                table.rows()[at] = place(spreadUnits);
                table.rows()[at + 1] = place(spreadUnits);
            }
            tables.add(table);
        }
        return new Frame(1, tables, new int[0], new int[0]);
    }

    private Eye eye(int spreadUnits) {
        var eye = new Eye();
        eye.x = place(spreadUnits);
        eye.y = place(spreadUnits);
        return eye;
    }

    private int place(int spreadUnits) {
        long wire = random.nextLong(-spreadUnits * UNIT, spreadUnits * UNIT + 1);
        return Math.clamp(wire, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private Roster someKnown(Frame frame) {
        var known = new Roster();
        for (int type = 0; type < X_OF_TYPE.length; type++) {
            for (int slot = 0; slot < frame.table(type).slots(); slot++) {
                if (random.nextInt(4) == 0) {
                    known.add(type, slot, 1);
                }
            }
        }
        return known;
    }

    private static Set<Integer> set(Sight sight) {
        var set = new TreeSet<Integer>();
        for (int i = 0; i < sight.count(); i++) {
            set.add(sight.type(i) << 16 | sight.slot(i));
        }
        return set;
    }

    private static Set<Integer> bySearching(Frame frame, Eye eye, Roster known) {
        var found = new TreeSet<Integer>();
        for (int type = 0; type < X_OF_TYPE.length; type++) {
            for (int slot = 0; slot < frame.table(type).slots(); slot++) {
                boolean there = frame.id(type, slot) != 0;
                if (there && distance(frame, eye, type, slot) <= 1400 * UNIT) {
                    found.add(type << 16 | slot);
                }
            }
        }
        for (int i = 0; i < known.size(); i++) {
            boolean lives = frame.id(known.type(i), known.slot(i)) == known.id(i);
            if (lives && distance(frame, eye, known.type(i), known.slot(i)) <= 1600 * UNIT) {
                found.add(known.type(i) << 16 | known.slot(i));
            }
        }
        return found;
    }

    private static long distance(Frame frame, Eye eye, int type, int slot) {
        Table table = frame.table(type);
        int at = table.at(slot) + X_OF_TYPE[type];
        long x = Math.abs((long) table.rows()[at] - eye.x);
        long y = Math.abs((long) table.rows()[at + 1] - eye.y);
        return Math.max(x, y);
    }
}

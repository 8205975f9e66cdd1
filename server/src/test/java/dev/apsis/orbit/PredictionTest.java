package dev.apsis.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.delta.Leg;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

/** Whatever nothing happens to goes exactly where the predictor says: between any two frames. */
class PredictionTest {
    private static final long SEED = 3;
    private static final int FRAMES = 3000;

    private final Leg leg = new Leg();
    private int exact;
    private int disturbed;

    @Test
    void untouchedShipsAndAllThatFallsGoWhereThePredictorSays() {
        GameSettings settings = GameSettings.of(GameSettings.Game.FFA, 2, 16, 60);
        var mischief = new Mischief(settings, SEED);
        var motion = new OrbitMotion(settings.arena());
        World world = mischief.orbit.world();
        Frame before = mischief.orbit.capture(new int[0]);
        for (int frame = 0; frame < FRAMES; frame++) {
            Set<Integer> touched = new HashSet<>();
            step(mischief, world, touched);
            step(mischief, world, touched);
            Frame now = mischief.orbit.capture(new int[0]);
            checkShips(motion, before, now, touched);
            checkFalling(motion, before, now, OrbitSchema.TORPEDO, TorpedoRow.X, TorpedoRow.LIFE);
            checkFalling(motion, before, now, OrbitSchema.SHARD, ShardRow.X, ShardRow.LIFE);
            before = now;
        }
        assertTrue(exact > 20 * disturbed, exact + " exact, " + disturbed + " disturbed");
        assertTrue(exact > FRAMES * 5, "hardly anybody flew");
    }

    /** Contact and jumps touch a ship; nothing else does. */
    private static void step(Mischief mischief, World world, Set<Integer> touched) {
        int[] flags = new int[world.ships.count()];
        for (int seat = 0; seat < flags.length; seat++) {
            flags[seat] = world.ships.get(seat, ShipRow.FLAGS) & ShipRow.JUMPED;
        }
        mischief.step();
        Encounters met = mischief.orbit.encounters();
        for (int i = 0; i < met.rams.size(); i++) {
            touched.add(met.rams.first(i));
            touched.add(met.rams.second(i));
        }
        for (int i = 0; i < met.crashes.size(); i++) {
            touched.add(met.crashes.first(i));
        }
        for (int seat = 0; seat < flags.length; seat++) {
            if ((world.ships.get(seat, ShipRow.FLAGS) & ShipRow.JUMPED) != flags[seat]) {
                touched.add(seat);
            }
        }
    }

    private void checkShips(OrbitMotion motion, Frame before, Frame now, Set<Integer> touched) {
        Table from = before.table(OrbitSchema.SHIP);
        Table to = now.table(OrbitSchema.SHIP);
        for (int seat = 0; seat < to.slots(); seat++) {
            boolean same = to.id(seat) != 0 && to.id(seat) == from.id(seat);
            if (same && touched.contains(seat)) {
                disturbed++;
            } else if (same) {
                int[] row = new int[ShipRow.LENGTH];
                System.arraycopy(to.rows(), to.at(seat), row, 0, ShipRow.X);
                leg.between(before.tick(), 2);
                motion.predict(
                        OrbitSchema.SHIP, leg.of(from.rows(), from.at(seat), row, /* newAt= */ 0));
                for (int field = ShipRow.X; field <= ShipRow.HEADING; field++) {
                    int real = to.rows()[to.at(seat) + field];
                    assertEquals(real, row[field], where(now, seat, field));
                }
                exact++;
            }
        }
    }

    private void checkFalling(
            OrbitMotion motion, Frame before, Frame now, int type, int x, int life) {
        Table from = before.table(type);
        Table to = now.table(type);
        for (int slot = 0; slot < to.slots(); slot++) {
            if (to.id(slot) != 0 && to.id(slot) == from.id(slot)) {
                int[] row = new int[x + 4];
                leg.between(before.tick(), 2);
                motion.predict(type, leg.of(from.rows(), from.at(slot), row, /* newAt= */ 0));
                for (int field = x; field < x + 4; field++) {
                    assertEquals(
                            to.rows()[to.at(slot) + field], row[field], where(now, slot, field));
                }
                int left = from.rows()[from.at(slot) + life] - 2;
                assertEquals(left, to.rows()[to.at(slot) + life], where(now, slot, life));
            }
        }
    }

    private static String where(Frame now, int slot, int field) {
        return "seed " + SEED + " tick " + now.tick() + " slot " + slot + " field " + field;
    }
}

package dev.apsis.protocol.delta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** No byte depends on what its viewer must not know: the defence against seeing through walls. */
class SecrecyTest {
    private static final int SEEDS = 20;
    private static final int FRAMES = 150;
    private static final Arena ARENA = new Arena(2000, 60, List.of());

    /** Who was in sight a frame ago: their end, had it come since, is still told. */
    private final Set<Integer> known = new HashSet<>();

    private int changed;

    @Test
    void whatIsOutOfSightLeavesEveryByteAsItIs() {
        for (int seed = 0; seed < SEEDS; seed++) {
            watch(seed, 5);
        }
        assertTrue(changed > SEEDS * FRAMES, "much was changed that must not show");
    }

    private void watch(int seed, int seat) {
        var dice = new SplittableRandom(seed);
        var motion = new OrbitMotion(ARENA);
        var world = new WildWorld(dice.split(), motion, 2000, 0);
        var told = new Telling(seat);
        var toldOfAnother = new Telling(seat);
        for (int n = 0; n < FRAMES; n++) {
            world.step();
            world.step();
            Frame frame = world.capture();
            Sight sight = sight(dice, frame);
            told.noteKnown(known);
            Frame other = scrambled(dice, frame, sight, seat);
            assertArrayEquals(
                    told.tell(frame, sight),
                    toldOfAnother.tell(other, sight),
                    "seed " + seed + ", frame " + n);
        }
    }

    private static Sight sight(SplittableRandom dice, Frame frame) {
        var sight = new Sight();
        for (int type = 0; type < frame.tables().length; type++) {
            for (int slot = 0; slot < frame.table(type).slots(); slot++) {
                if (frame.id(type, slot) != 0 && (frame.id(type, slot) + dice.nextInt(4)) % 7 < 5) {
                    sight.add(type, slot);
                }
            }
        }
        return sight;
    }

    /** The same frame to who sees only {@code sight} from {@code seat}; to anyone else, another. */
    private Frame scrambled(SplittableRandom dice, Frame frame, Sight sight, int seat) {
        List<Table> tables = new ArrayList<>();
        for (int type = 0; type < frame.tables().length; type++) {
            tables.add(scrambled(dice, frame.table(type), type, sight, seat));
        }
        int[] receipts = frame.receipts().clone();
        for (int i = 0; i < receipts.length; i++) {
            receipts[i] += i / Frame.RECEIPT_STRIDE == seat ? 0 : dice.nextInt(100);
        }
        return new Frame(frame.tick(), tables, events(dice, frame, sight), receipts);
    }

    private Table scrambled(SplittableRandom dice, Table table, int type, Sight sight, int seat) {
        int fields = OrbitSchema.SCHEMA.type(type).fields().size();
        int secrets = OrbitSchema.SCHEMA.type(type).secrets().size();
        var copy = new Table(table.slots() + 3, fields, secrets);
        for (int slot = 0; slot < copy.slots(); slot++) {
            boolean seen = has(sight, type, slot);
            boolean wasSeen = known.contains(table.id(slot));
            boolean keeps = seen || wasSeen;
            copy.ids()[slot] = keeps ? table.id(slot) : dice.nextInt(3) * (1_000_000 + slot);
            for (int i = 0; i < fields; i++) {
                int field = copy.at(slot) + i;
                copy.rows()[field] = seen ? table.rows()[field] : dice.nextInt(200);
            }
            for (int i = 0; i < secrets; i++) {
                int field = copy.secretAt(slot) + i;
                boolean own = seen && slot == seat;
                copy.secrets()[field] = own ? table.secrets()[field] : dice.nextInt(200);
            }
            changed += seen ? 0 : 1;
        }
        return copy;
    }

    private static int[] events(SplittableRandom dice, Frame frame, Sight sight) {
        List<Integer> events = new ArrayList<>();
        for (int at = 0; at < frame.events().length; at += Frame.EVENT_STRIDE) {
            if (has(sight, frame.events()[at + 1], frame.events()[at + 2])) {
                for (int i = 0; i < Frame.EVENT_STRIDE; i++) {
                    events.add(frame.events()[at + i]);
                }
            } else if (dice.nextBoolean()) {
                events.addAll(List.of(0, 0, frame.table(0).slots() + 1, 3, 4, 0, 0));
            }
        }
        return events.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean has(Sight sight, int type, int slot) {
        for (int i = 0; i < sight.count(); i++) {
            if (sight.type(i) == type && sight.slot(i) == slot) {
                return true;
            }
        }
        return false;
    }

    /** What one server writes for one viewer. Owned by its test. */
    private static final class Telling {
        private final OrbitMotion motion = new OrbitMotion(ARENA);
        private final RecordCodec codec = new RecordCodec(OrbitSchema.SCHEMA, motion);
        private final SnapshotWriter writer = new SnapshotWriter(OrbitSchema.SCHEMA, motion, 2);
        private final Records deltas = new Records(OrbitSchema.SCHEMA, codec);
        private final Records fulls = new Records(OrbitSchema.SCHEMA, codec);
        private final Roster roster = new Roster();
        private final int seat;
        private Frame last = Frame.empty(0);

        Telling(int seat) {
            this.seat = seat;
        }

        void noteKnown(Set<Integer> known) {
            known.clear();
            for (int i = 0; i < roster.size(); i++) {
                known.add(roster.id(i));
            }
        }

        byte[] tell(Frame frame, Sight sight) {
            deltas.begin(last, frame);
            fulls.begin(Frame.empty(frame.tick()), frame);
            var out = new BitWriter(64, 1 << 16);
            writer.write(out, roster, seat, new FramePair(last, frame, deltas, fulls), sight);
            last = frame;
            return out.toBytes();
        }
    }
}

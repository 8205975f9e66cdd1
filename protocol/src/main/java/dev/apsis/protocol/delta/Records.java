package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.schema.Schema;

import java.util.Arrays;

/**
 * The records of one frame against one earlier frame (or in full), each encoded when first asked
 * for and spliced from then on. Owned by one event loop, used again for every frame.
 */
public final class Records {
    private static final int MAX_BYTES = 1 << 20;

    private static final int UNKNOWN = -2;
    private static final int STRIDE = 2;

    /** A record of no more bits than this is kept as a number, beside how many they are. */
    private static final int SHORT = 32;

    private final Schema schema;
    private final RecordCodec codec;
    private final Leg leg = new Leg();
    private final BitWriter run = new BitWriter(1 << 14, MAX_BYTES);

    /**
     * Of the record at a slot of a type: how many bits it has, 0 if it was not asked for yet, and
     * the bits themselves, or where in the run they begin if they are not few.
     */
    private final int[][] records;

    private final int[][] launchAge;
    private long encodes;
    private Frame before = Frame.empty(0);
    private Frame now = Frame.empty(0);

    public Records(Schema schema, RecordCodec codec) {
        this.schema = schema;
        this.codec = codec;
        this.records = new int[schema.types().size()][0];
        this.launchAge = new int[schema.types().size()][0];
    }

    /**
     * Forgets what was encoded; from here on it is about {@code now} as seen from {@code before}.
     */
    public void begin(Frame before, Frame now) {
        this.before = before;
        this.now = now;
        leg.between(before.tick(), now.tick() - before.tick());
        run.clear();
        for (int type = 0; type < now.tables().length; type++) {
            int slots = now.table(type).slots();
            if (launchAge[type].length < slots) {
                launchAge[type] = new int[Math.max(slots, 2 * launchAge[type].length)];
                records[type] = new int[STRIDE * launchAge[type].length];
            }
            Arrays.fill(launchAge[type], 0, slots, UNKNOWN);
            Arrays.fill(records[type], 0, STRIDE * slots, 0);
        }
    }

    /**
     * Appends the record of the entity at a slot: a delta if {@code before} had it, else in full.
     */
    public void splice(int type, int slot, BitWriter out) {
        int[] ofType = records[type];
        int at = STRIDE * slot;
        if (ofType[at] == 0) {
            encode(type, slot);
        }
        int bits = ofType[at];
        if (bits <= SHORT) {
            out.write(ofType[at + 1], bits);
        } else {
            out.splice(run.bytes(), ofType[at + 1], bits);
        }
    }

    /** How many records were encoded so far. */
    public long encodes() {
        return encodes;
    }

    /**
     * How many ticks ago the entity at a slot left its owner, if its row follows from the owner's
     * way to this frame; else -1, and it must be told in full.
     */
    int launchAge(int type, int slot) {
        if (!schema.type(type).launched()) {
            return -1;
        }
        if (launchAge[type][slot] == UNKNOWN) {
            launchAge[type][slot] = findLaunchAge(type, slot);
        }
        return launchAge[type][slot];
    }

    /** Appends what a launch leaves to be told. */
    void writeLaunch(int type, int slot, BitWriter out) {
        Table table = now.table(type);
        codec.writeLaunch(out, type, table.rows(), table.at(slot));
    }

    private int findLaunchAge(int type, int slot) {
        Table table = now.table(type);
        int owner = table.rows()[table.at(slot)];
        boolean fresh = before.id(type, slot) != table.id(slot);
        if (!fresh || now.id(0, owner) == 0 || before.id(0, owner) != now.id(0, owner)) {
            return -1;
        }
        return codec.launchAge(type, legOf(0, owner), table.rows(), table.at(slot));
    }

    private void encode(int type, int slot) {
        Table table = now.table(type);
        int start = run.byteCount() * 8;
        if (before.id(type, slot) == table.id(slot)) {
            codec.writeDelta(run, type, legOf(type, slot));
        } else {
            codec.writeFull(run, type, table.rows(), table.at(slot));
        }
        encodes++;
        int bits = run.length() - start;
        run.flush();
        records[type][STRIDE * slot] = bits;
        records[type][STRIDE * slot + 1] =
                bits <= SHORT ? BitWriter.peek(run.bytes(), start, bits) : start;
    }

    private Leg legOf(int type, int slot) {
        Table old = before.table(type);
        Table table = now.table(type);
        return leg.of(old.rows(), old.at(slot), table.rows(), table.at(slot));
    }
}

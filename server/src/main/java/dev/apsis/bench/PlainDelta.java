package dev.apsis.bench;

import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.schema.Field;

import java.util.List;

/**
 * How long snapshots would be by the two usual schemes, for the same frames and eyes, and with
 * fields as tight as ours. Pure.
 */
final class PlainDelta {
    private static final int HEAD_BYTES = 5;
    private static final int COUNT_BITS = 10;
    private static final int ID_BITS = 11;

    private PlainDelta() {}

    /** Everything in sight, in full, each time: count, then id, type and fields of each. */
    static int fullBytes(Frame now, Sight sight) {
        int bits = COUNT_BITS;
        for (int i = 0; i < sight.count(); i++) {
            bits += ID_BITS + 2 + rowBits(sight.type(i));
        }
        return HEAD_BYTES + Math.ceilDiv(bits, Byte.SIZE);
    }

    /**
     * Only what has changed since the frame before: each entity its id and a bit whether anything
     * did, then a bit for each field and those that did in full.
     */
    static int deltaBytes(Frame before, Frame now, Sight sight) {
        int bits = COUNT_BITS;
        for (int i = 0; i < sight.count(); i++) {
            int type = sight.type(i);
            int slot = sight.slot(i);
            boolean known = before.id(type, slot) == now.id(type, slot);
            int body = known ? changedBits(before, now, type, slot) : 2 + rowBits(type);
            bits += ID_BITS + 1 + body;
        }
        return HEAD_BYTES + Math.ceilDiv(bits, Byte.SIZE);
    }

    private static int changedBits(Frame before, Frame now, int type, int slot) {
        List<Field> fields = OrbitSchema.SCHEMA.type(type).fields();
        Table old = before.table(type);
        Table table = now.table(type);
        int bits = 0;
        for (int i = 0; i < fields.size(); i++) {
            boolean same = old.rows()[old.at(slot) + i] == table.rows()[table.at(slot) + i];
            bits += same ? 0 : fields.get(i).bits();
        }
        return bits == 0 ? 0 : bits + fields.size();
    }

    private static int rowBits(int type) {
        int bits = 0;
        for (Field field : OrbitSchema.SCHEMA.type(type).fields()) {
            bits += field.bits();
        }
        return bits;
    }
}

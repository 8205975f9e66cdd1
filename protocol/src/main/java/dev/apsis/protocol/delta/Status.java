package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.schema.Field;
import dev.apsis.protocol.schema.Kind;

import java.util.List;

/**
 * The status part of a delta, countdowns, scalars and flags; reader beside writer. {@link
 * RecordCodec} draws it.
 */
final class Status {
    private Status() {}

    static boolean is(Field field) {
        return switch (field.kind()) {
            case COUNTDOWN, SCALAR, FLAGS -> true;
            case CONSTANT, OWNER, EARLIER, LATER, POSITION, VELOCITY, ANGLE -> false;
        };
    }

    /** What a field is after some ticks if its record says nothing. */
    static int settled(Field field, int value, int ticks) {
        return field.kind() == Kind.COUNTDOWN ? Math.max(0, value - ticks) : value;
    }

    static boolean asExpected(List<Field> fields, Leg leg) {
        for (int i = 0; i < fields.size(); i++) {
            if (is(fields.get(i)) && leg.row[leg.at + i] != expected(fields.get(i), i, leg)) {
                return false;
            }
        }
        return true;
    }

    static void write(BitWriter out, List<Field> fields, Leg leg) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (is(field)) {
                boolean changed = leg.row[leg.at + i] != expected(field, i, leg);
                out.writeFlag(changed);
                if (changed) {
                    out.write(leg.row[leg.at + i], field.bits());
                }
            }
        }
    }

    /** Fills in the leg's status: as told, or where nothing is {@code said}, as expected. */
    static void read(BitReader in, boolean said, List<Field> fields, Leg leg) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (is(field)) {
                boolean changed = said && in.readFlag();
                leg.row[leg.at + i] =
                        changed ? field.extend(in.read(field.bits())) : expected(field, i, leg);
            }
        }
    }

    private static int expected(Field field, int i, Leg leg) {
        return settled(field, leg.before[leg.beforeAt + i], leg.ticks);
    }
}

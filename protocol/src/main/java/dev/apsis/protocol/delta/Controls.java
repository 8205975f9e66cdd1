package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.schema.Field;
import dev.apsis.protocol.schema.Kind;

import java.util.List;

/** The controls part of a delta, reader beside writer; {@link RecordCodec} draws it. */
final class Controls {
    private static final int REST = 0;
    private static final int FULL = 1;
    private static final int FULL_BACK = 2;
    private static final int OTHER = 3;

    private Controls() {}

    static boolean is(Field field) {
        return field.kind() == Kind.EARLIER || field.kind() == Kind.LATER;
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
                int value = leg.row[leg.at + i];
                boolean changed = value != expected(field, i, leg);
                out.writeFlag(changed);
                if (changed) {
                    write(out, field, value);
                }
            }
        }
    }

    /** Fills in the leg's controls: as told, or where nothing is {@code said}, as expected. */
    static void read(BitReader in, boolean said, List<Field> fields, Leg leg) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (is(field)) {
                boolean changed = said && in.readFlag();
                leg.row[leg.at + i] = changed ? read(in, field) : expected(field, i, leg);
            }
        }
    }

    /** What a control is if its record says nothing: an EARLIER stands right before its LATER. */
    private static int expected(Field field, int i, Leg leg) {
        return field.kind() == Kind.EARLIER
                ? leg.before[leg.beforeAt + i + 1]
                : leg.row[leg.at + i - 1];
    }

    private static void write(BitWriter out, Field field, int value) {
        if (!field.signed()) {
            out.write(value, field.bits());
        } else if (value == 0) {
            out.write(REST, 2);
        } else if (value == field.full()) {
            out.write(FULL, 2);
        } else if (value == -field.full()) {
            out.write(FULL_BACK, 2);
        } else {
            out.write(OTHER, 2);
            out.write(value, field.bits());
        }
    }

    private static int read(BitReader in, Field field) {
        if (!field.signed()) {
            return in.read(field.bits());
        }
        return switch (in.read(2)) {
            case REST -> 0;
            case FULL -> field.full();
            case FULL_BACK -> -field.full();
            default -> in.readSigned(field.bits());
        };
    }
}

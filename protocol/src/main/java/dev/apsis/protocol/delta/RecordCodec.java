package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.schema.EntityType;
import dev.apsis.protocol.schema.Field;
import dev.apsis.protocol.schema.Kind;
import dev.apsis.protocol.schema.Schema;

import java.util.List;

/**
 * One entity's record: in full, or as what its predictor missed. Reader beside writer, same order.
 *
 * <pre>
 * full     = each field in its bits
 * delta    = 1                             nothing but what was predicted
 *          | 0 controls motion status
 * controls = 0 | 1 (EARLIER LATER)*        0: as in the last tick before
 * control  = 0 | 1 lever | 1 bits          0: EARLIER as LATER before, LATER as EARLIER
 * lever    = 00 rest | 10 full right | 01 full left | 11 bits
 * motion   = 0 | 1 (width:6 residual*)*    a width for each run of fields of one kind
 * status   = 0 | 1 (0 | 1 bits)*           countdowns, scalars, flags
 * </pre>
 */
public final class RecordCodec {
    private static final int WIDTH_BITS = 6;

    private final Schema schema;
    private final Motion motion;
    private final int[] guess;

    public RecordCodec(Schema schema, Motion motion) {
        this.schema = schema;
        this.motion = motion;
        this.guess = new int[schema.stride()];
    }

    public void writeFull(BitWriter out, int type, int[] row, int at) {
        List<Field> fields = schema.type(type).fields();
        for (int i = 0; i < fields.size(); i++) {
            out.write(row[at + i], fields.get(i).bits());
        }
    }

    public void readFull(BitReader in, int type, int[] row, int at) {
        List<Field> fields = schema.type(type).fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            row[at + i] = field.extend(in.read(field.bits()));
        }
    }

    /** What a row says about an entity that stood at {@code before} some ticks earlier. */
    public void writeDelta(
            BitWriter out,
            int type,
            int[] before,
            int beforeAt,
            int[] row,
            int at,
            int tick,
            int ticks) {
        EntityType table = schema.type(type);
        List<Field> fields = table.fields();
        System.arraycopy(row, at, guess, 0, fields.size());
        boolean controls = !sameControls(fields, before, beforeAt, row, at);
        motion.predict(type, before, beforeAt, guess, 0, tick, ticks);
        boolean moved = !samePlace(fields, row, at);
        boolean status = !sameStatus(fields, before, beforeAt, row, at, ticks);
        boolean quiet = !controls && !moved && !status;
        out.writeFlag(quiet);
        if (quiet) {
            return;
        }
        out.writeFlag(controls);
        if (controls) {
            writeControls(out, fields, before, beforeAt, row, at);
        }
        out.writeFlag(moved);
        if (moved) {
            writeResiduals(out, fields, row, at);
        }
        out.writeFlag(status);
        if (status) {
            writeStatus(out, fields, before, beforeAt, row, at, ticks);
        }
    }

    /** Turns a row as it stood at {@code tick} into the row {@code ticks} later. */
    public void readDelta(
            BitReader in, int type, int[] row, int at, int[] before, int tick, int ticks) {
        List<Field> fields = schema.type(type).fields();
        System.arraycopy(row, at, before, 0, fields.size());
        boolean quiet = in.readFlag();
        boolean controls = !quiet && in.readFlag();
        readControls(in, controls, fields, before, row, at);
        motion.predict(type, before, 0, row, at, tick, ticks);
        if (!quiet && in.readFlag()) {
            readResiduals(in, fields, row, at);
        }
        boolean status = !quiet && in.readFlag();
        readStatus(in, status, fields, before, row, at, ticks);
    }

    /** Turns a row into the one {@code ticks} later if nothing happens: all that silence says. */
    public void coast(int type, int[] row, int at, int[] before, int tick, int ticks) {
        List<Field> fields = schema.type(type).fields();
        System.arraycopy(row, at, before, 0, fields.size());
        motion.predict(type, before, 0, row, at, tick, ticks);
        for (int i = 0; i < fields.size(); i++) {
            row[at + i] =
                    isStatus(fields.get(i))
                            ? settled(fields.get(i), before[i], ticks)
                            : row[at + i];
        }
    }

    private static boolean sameControls(
            List<Field> fields, int[] before, int beforeAt, int[] row, int at) {
        for (int i = 0; i < fields.size(); i++) {
            if (isControl(fields.get(i))
                    && row[at + i] != expected(fields.get(i), i, before, beforeAt, row, at)) {
                return false;
            }
        }
        return true;
    }

    private boolean samePlace(List<Field> fields, int[] row, int at) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).kind().moves() && row[at + i] != guess[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameStatus(
            List<Field> fields, int[] before, int beforeAt, int[] row, int at, int ticks) {
        for (int i = 0; i < fields.size(); i++) {
            if (isStatus(fields.get(i))
                    && row[at + i] != settled(fields.get(i), before[beforeAt + i], ticks)) {
                return false;
            }
        }
        return true;
    }

    private static void writeControls(
            BitWriter out, List<Field> fields, int[] before, int beforeAt, int[] row, int at) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (isControl(field)) {
                int value = row[at + i];
                boolean changed = value != expected(field, i, before, beforeAt, row, at);
                out.writeFlag(changed);
                if (changed) {
                    writeControl(out, field, value);
                }
            }
        }
    }

    private static void readControls(
            BitReader in, boolean said, List<Field> fields, int[] before, int[] row, int at) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (isControl(field)) {
                boolean changed = said && in.readFlag();
                row[at + i] =
                        changed ? readControl(in, field) : expected(field, i, before, 0, row, at);
            }
        }
    }

    private static void writeControl(BitWriter out, Field field, int value) {
        if (!field.signed()) {
            out.write(value, field.bits());
        } else if (value == 0) {
            out.write(0, 2);
        } else if (value == field.full()) {
            out.write(1, 2);
        } else if (value == -field.full()) {
            out.write(2, 2);
        } else {
            out.write(3, 2);
            out.write(value, field.bits());
        }
    }

    private static int readControl(BitReader in, Field field) {
        if (!field.signed()) {
            return in.read(field.bits());
        }
        return switch (in.read(2)) {
            case 0 -> 0;
            case 1 -> field.full();
            case 2 -> -field.full();
            default -> in.readSigned(field.bits());
        };
    }

    private void writeResiduals(BitWriter out, List<Field> fields, int[] row, int at) {
        int from = 0;
        while ((from = nextMoving(fields, from)) < fields.size()) {
            int to = endOfRun(fields, from);
            int width = 0;
            for (int i = from; i < to; i++) {
                width = Math.max(width, widthOf(turned(fields.get(i), row[at + i] - guess[i])));
            }
            out.write(width, WIDTH_BITS);
            for (int i = from; i < to; i++) {
                out.write(turned(fields.get(i), row[at + i] - guess[i]), width);
            }
            from = to;
        }
    }

    private static void readResiduals(BitReader in, List<Field> fields, int[] row, int at) {
        int from = 0;
        while ((from = nextMoving(fields, from)) < fields.size()) {
            int to = endOfRun(fields, from);
            int width = in.read(WIDTH_BITS);
            if (width > 32) {
                throw in.wrong("a residual of " + width + " bits");
            }
            for (int i = from; i < to; i++) {
                int miss = width == 0 ? 0 : in.readSigned(width);
                row[at + i] = wrapped(fields.get(i), row[at + i] + miss);
            }
            from = to;
        }
    }

    private static void writeStatus(
            BitWriter out,
            List<Field> fields,
            int[] before,
            int beforeAt,
            int[] row,
            int at,
            int ticks) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (isStatus(field)) {
                boolean changed = row[at + i] != settled(field, before[beforeAt + i], ticks);
                out.writeFlag(changed);
                if (changed) {
                    out.write(row[at + i], field.bits());
                }
            }
        }
    }

    private static void readStatus(
            BitReader in,
            boolean said,
            List<Field> fields,
            int[] before,
            int[] row,
            int at,
            int ticks) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (isStatus(field)) {
                row[at + i] =
                        said && in.readFlag()
                                ? field.extend(in.read(field.bits()))
                                : settled(field, before[i], ticks);
            }
        }
    }

    /** What a control is if its record says nothing: an EARLIER stands right before its LATER. */
    private static int expected(Field field, int i, int[] before, int beforeAt, int[] row, int at) {
        return field.kind() == Kind.EARLIER ? before[beforeAt + i + 1] : row[at + i - 1];
    }

    /** What a field is after some ticks if its record says nothing. */
    static int settled(Field field, int value, int ticks) {
        return field.kind() == Kind.COUNTDOWN ? Math.max(0, value - ticks) : value;
    }

    private static boolean isControl(Field field) {
        return field.kind() == Kind.EARLIER || field.kind() == Kind.LATER;
    }

    private static boolean isStatus(Field field) {
        return switch (field.kind()) {
            case COUNTDOWN, SCALAR, FLAGS -> true;
            case CONSTANT, EARLIER, LATER, POSITION, VELOCITY, ANGLE -> false;
        };
    }

    private static int nextMoving(List<Field> fields, int from) {
        int i = from;
        while (i < fields.size() && !fields.get(i).kind().moves()) {
            i++;
        }
        return i;
    }

    private static int endOfRun(List<Field> fields, int from) {
        int i = from;
        while (i < fields.size() && fields.get(i).kind() == fields.get(from).kind()) {
            i++;
        }
        return i;
    }

    /** A miss as the shortest way round: angles wrap. */
    private static int turned(Field field, int miss) {
        int up = 32 - field.bits();
        return field.kind() == Kind.ANGLE ? miss << up >> up : miss;
    }

    private static int wrapped(Field field, int value) {
        return field.kind() == Kind.ANGLE ? value & ((1 << field.bits()) - 1) : value;
    }

    /** Bits that hold a signed value; none for zero. */
    private static int widthOf(int miss) {
        return miss == 0 ? 0 : 33 - Integer.numberOfLeadingZeros(miss ^ (miss >> 31));
    }
}

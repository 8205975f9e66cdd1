package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.schema.Field;
import dev.apsis.protocol.schema.Kind;

import java.util.List;

/**
 * The motion part of a delta, what the predictor missed; reader beside writer. {@link RecordCodec}
 * draws it.
 */
final class Residuals {
    private static final int WIDTH_BITS = 6;
    private static final int MAX_WIDTH = 32;

    private Residuals() {}

    static boolean none(List<Field> fields, int[] row, int at, int[] guess) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).kind().moves() && row[at + i] != guess[i]) {
                return false;
            }
        }
        return true;
    }

    static void write(BitWriter out, List<Field> fields, int[] row, int at, int[] guess) {
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

    /** Adds to a predicted row what the prediction missed. */
    static void read(BitReader in, List<Field> fields, int[] row, int at) {
        int from = 0;
        while ((from = nextMoving(fields, from)) < fields.size()) {
            int to = endOfRun(fields, from);
            int width = in.read(WIDTH_BITS);
            if (width > MAX_WIDTH) {
                throw in.wrong("a residual of " + width + " bits");
            }
            for (int i = from; i < to; i++) {
                int miss = width == 0 ? 0 : in.readSigned(width);
                row[at + i] = wrapped(fields.get(i), row[at + i] + miss);
            }
            from = to;
        }
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

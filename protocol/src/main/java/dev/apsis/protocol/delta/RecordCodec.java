package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.schema.EntityType;
import dev.apsis.protocol.schema.Field;
import dev.apsis.protocol.schema.Schema;

import java.util.List;

/**
 * One entity's record: in full, or as what its predictor missed. Reader beside writer, same order.
 *
 * <pre>
 * full     = each field in its bits
 * delta    = 1                           nothing but what was predicted
 *          | 0 controls motion status
 * controls = 0 | 1 (EARLIER LATER)*      0: as in the last tick before
 * control  = 0 | 1 lever | 1 bits        0: EARLIER as LATER before, LATER as EARLIER
 * lever    = code:2 [bits]               0 rest, 1 full, 2 full the other way, 3 bits follow
 * motion   = 0 | 1 run*                  a run of fields of one kind shares a width
 * run      = width:6 residual*           each in width bits
 * status   = 0 | 1 (0 | 1 bits)*         countdowns, scalars, flags
 * </pre>
 *
 * Owned by one thread.
 */
public final class RecordCodec {
    private final Schema schema;
    private final Motion motion;
    private final int[] guess;
    private final Leg guessed = new Leg();

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

    /** Writes what a leg's row says beyond the row before. */
    public void writeDelta(BitWriter out, int type, Leg leg) {
        List<Field> fields = schema.type(type).fields();
        System.arraycopy(leg.row, leg.at, guess, 0, fields.size());
        guessed.between(leg.tick, leg.ticks);
        motion.predict(type, guessed.of(leg.before, leg.beforeAt, guess, 0));
        boolean controls = !Controls.asExpected(fields, leg);
        boolean moved = !Residuals.none(fields, leg.row, leg.at, guess);
        boolean status = !Status.asExpected(fields, leg);
        boolean quiet = !controls && !moved && !status;
        out.writeFlag(quiet);
        if (quiet) {
            return;
        }
        out.writeFlag(controls);
        if (controls) {
            Controls.write(out, fields, leg);
        }
        out.writeFlag(moved);
        if (moved) {
            Residuals.write(out, fields, leg.row, leg.at, guess);
        }
        out.writeFlag(status);
        if (status) {
            Status.write(out, fields, leg);
        }
    }

    /** Turns a leg's row, whose constants are in place, into the one that was written. */
    public void readDelta(BitReader in, int type, Leg leg) {
        List<Field> fields = schema.type(type).fields();
        boolean quiet = in.readFlag();
        Controls.read(in, !quiet && in.readFlag(), fields, leg);
        motion.predict(type, leg);
        if (!quiet && in.readFlag()) {
            Residuals.read(in, fields, leg.row, leg.at);
        }
        Status.read(in, !quiet && in.readFlag(), fields, leg);
    }

    /** Turns a row into the one {@code ticks} later if nothing happens: all that silence says. */
    public void coast(int type, int[] row, int at, int tick, int ticks) {
        List<Field> fields = schema.type(type).fields();
        System.arraycopy(row, at, guess, 0, fields.size());
        guessed.between(tick, ticks);
        motion.predict(type, guessed.of(guess, 0, row, at));
        for (int i = 0; i < fields.size(); i++) {
            if (Status.is(fields.get(i))) {
                row[at + i] = Status.settled(fields.get(i), guess[i], ticks);
            }
        }
    }

    /**
     * How long before the end of its owner's leg a thing left it, if that explains its row; or -1.
     */
    int launchAge(int type, Leg owner, int[] row, int at) {
        for (int age = 0; age < owner.ticks; age++) {
            fillConstants(type, row, at, guess, 0);
            motion.launch(type, owner, age, guess, 0);
            if (sameRow(type, row, at)) {
                return age;
            }
        }
        return -1;
    }

    /** Writes what a launch does not explain: the constants behind the owner. */
    void writeLaunch(BitWriter out, int type, int[] row, int at) {
        List<Field> fields = schema.type(type).fields();
        for (int i = 1; i < fields.size(); i++) {
            if (fields.get(i).kind().constant()) {
                out.write(row[at + i], fields.get(i).bits());
            }
        }
    }

    void readLaunch(BitReader in, int type, Leg owner, int age, int[] row, int at) {
        List<Field> fields = schema.type(type).fields();
        for (int i = 1; i < fields.size(); i++) {
            if (fields.get(i).kind().constant()) {
                row[at + i] = fields.get(i).extend(in.read(fields.get(i).bits()));
            }
        }
        motion.launch(type, owner, age, row, at);
    }

    private void fillConstants(int type, int[] from, int fromAt, int[] row, int at) {
        List<Field> fields = schema.type(type).fields();
        for (int i = 0; i < fields.size(); i++) {
            row[at + i] = fields.get(i).kind().constant() ? from[fromAt + i] : 0;
        }
    }

    private boolean sameRow(int type, int[] row, int at) {
        EntityType table = schema.type(type);
        for (int i = 0; i < table.fields().size(); i++) {
            if (row[at + i] != guess[i]) {
                return false;
            }
        }
        return true;
    }
}

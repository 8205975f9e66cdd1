package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.schema.Field;
import dev.apsis.protocol.schema.Schema;

import java.util.List;

/**
 * A ship's owner-only fields, told to nobody else. Reader beside writer.
 *
 * <pre>
 * own = each secret in its bits        as the ship enters the roster
 *     | 1                              as predicted
 *     | 0 (0 | 1 bits)*                what was not
 * </pre>
 */
final class OwnBlock {
    private final Motion motion;
    private final List<Field> fields;
    private final int[] guess;
    private final Leg leg = new Leg();

    OwnBlock(Schema schema, Motion motion) {
        this.motion = motion;
        this.fields = schema.type(0).secrets();
        this.guess = new int[fields.size()];
    }

    void write(BitWriter out, Frame before, Frame now, int seat, boolean stays) {
        Table table = now.table(0);
        int at = table.secretAt(seat);
        if (!stays) {
            for (int i = 0; i < fields.size(); i++) {
                out.write(table.secrets()[at + i], fields.get(i).bits());
            }
            return;
        }
        Table old = before.table(0);
        System.arraycopy(old.secrets(), old.secretAt(seat), guess, 0, guess.length);
        leg.between(before.tick(), now.tick() - before.tick());
        guess(leg.of(old.rows(), old.at(seat), table.rows(), table.at(seat)));
        boolean exact = true;
        for (int i = 0; i < guess.length; i++) {
            exact &= guess[i] == table.secrets()[at + i];
        }
        out.writeFlag(exact);
        for (int i = 0; !exact && i < guess.length; i++) {
            boolean missed = guess[i] != table.secrets()[at + i];
            out.writeFlag(missed);
            if (missed) {
                out.write(table.secrets()[at + i], fields.get(i).bits());
            }
        }
    }

    void readFull(BitReader in, int[] secrets) {
        for (int i = 0; i < fields.size(); i++) {
            secrets[i] = fields.get(i).extend(in.read(fields.get(i).bits()));
        }
    }

    /** Moves secrets on along their ship's leg. */
    void read(BitReader in, int[] secrets, Leg own) {
        System.arraycopy(secrets, 0, guess, 0, guess.length);
        guess(own);
        boolean exact = in.readFlag();
        for (int i = 0; i < guess.length; i++) {
            boolean missed = !exact && in.readFlag();
            Field field = fields.get(i);
            secrets[i] = missed ? field.extend(in.read(field.bits())) : guess[i];
        }
    }

    private void guess(Leg own) {
        for (int i = 0; i < guess.length; i++) {
            guess[i] = Status.settled(fields.get(i), guess[i], own.ticks);
        }
        motion.predictSecrets(own, guess);
    }
}

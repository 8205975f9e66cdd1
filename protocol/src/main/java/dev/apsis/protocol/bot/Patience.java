package dev.apsis.protocol.bot;

import dev.apsis.protocol.message.Refusal;

import java.util.EnumSet;
import java.util.Set;

/**
 * How long to wait before the next try to connect: at once, then 1, 2, 4, 5, 5 ... seconds, each a
 * little more or less, so that not all come back at once. Owned by its bot; chance comes in.
 */
final class Patience {
    private static final long SECOND_MILLIS = 1000;
    private static final long MOST_MILLIS = 5000;
    private static final int MOST_DOUBLINGS = 4;
    private static final double SPREAD = 0.4;

    /** Reasons after which another try would end the same way. */
    private static final Set<Refusal> FINAL =
            EnumSet.of(
                    Refusal.VERSION,
                    Refusal.NO_ROOM,
                    Refusal.PASSWORD,
                    Refusal.MALFORMED,
                    Refusal.REPLACED,
                    Refusal.NAME,
                    Refusal.SUBPROTOCOL,
                    Refusal.IDLE,
                    Refusal.NO_BOTS,
                    Refusal.ONLY_BOTS,
                    Refusal.KICKED,
                    Refusal.BANNED);

    private int tries;

    /** {@code chance} from 0 to 1. */
    long nextMillis(double chance) {
        int before = tries++;
        if (before == 0) {
            return 0;
        }
        long plain = SECOND_MILLIS << Math.min(before - 1, MOST_DOUBLINGS);
        return (long) (Math.min(MOST_MILLIS, plain) * (1 - SPREAD / 2 + SPREAD * chance));
    }

    /** The connection stands: the next loss is tried at once again. */
    void reset() {
        tries = 0;
    }

    static boolean worthATry(Refusal refusal) {
        return !FINAL.contains(refusal);
    }
}

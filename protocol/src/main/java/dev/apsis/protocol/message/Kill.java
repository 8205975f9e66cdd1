package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

/**
 * A ship was destroyed: whose, by whom (-1: nobody), of what, whether that ended a streak, who
 * helped, and how far both were from the server.
 *
 * <pre>
 * kill  = victim:11 killer:seat? cause:3 bounty:1 count:3 assist:11* trips
 * trips = victimMillis:11 killerMillis:11
 * </pre>
 */
public record Kill(int victim, int killer, Cause cause, boolean bounty, int[] assists, Trips trips)
        implements ServerMessage {
    /** Who helped beyond these is not told. */
    public static final int MAX_ASSISTS = 7;

    /**
     * Round trips as the server measured them, in milliseconds; 0 where it does not know: a bot of
     * the house, nobody, or who never says what it has seen.
     */
    public record Trips(int victimMillis, int killerMillis) {
        /** A longer one is told as this. */
        public static final int MAX_MILLIS = 2047;

        private static final int BITS = 11;

        public static final Trips UNKNOWN = new Trips(0, 0);

        private void write(BitWriter out) {
            out.write(Math.min(victimMillis, MAX_MILLIS), BITS);
            out.write(Math.min(killerMillis, MAX_MILLIS), BITS);
        }

        private static Trips read(BitReader in) {
            return new Trips(in.read(BITS), in.read(BITS));
        }
    }

    /** What destroyed a ship. */
    public enum Cause {
        TORPEDO(0),
        RAM(1),
        STAR(2),
        PLANET(3),
        BORDER(4);

        private static final Cause[] BY_CODE = {TORPEDO, RAM, STAR, PLANET, BORDER};

        private final int code;

        Cause(int code) {
            this.code = code;
        }
    }

    @Override
    public void write(BitWriter out) {
        out.write(KILL, Wire.KIND_BITS);
        out.write(victim, Wire.SEAT_BITS);
        Wire.writeSeatOrNone(out, killer);
        out.write(cause.code, 3);
        out.writeFlag(bounty);
        int count = Math.min(assists.length, MAX_ASSISTS);
        out.write(count, 3);
        for (int i = 0; i < count; i++) {
            out.write(assists[i], Wire.SEAT_BITS);
        }
        trips.write(out);
    }

    static Kill read(BitReader in) {
        int victim = in.read(Wire.SEAT_BITS);
        int killer = Wire.readSeatOrNone(in);
        int cause = in.read(3);
        if (cause >= Cause.BY_CODE.length) {
            throw in.wrong("a kill of unknown cause " + cause);
        }
        boolean bounty = in.readFlag();
        int[] assists = new int[in.read(3)];
        for (int i = 0; i < assists.length; i++) {
            assists[i] = in.read(Wire.SEAT_BITS);
        }
        return new Kill(victim, killer, Cause.BY_CODE[cause], bounty, assists, Trips.read(in));
    }
}

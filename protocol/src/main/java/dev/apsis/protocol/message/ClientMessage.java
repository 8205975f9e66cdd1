package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.orbit.Command;

/**
 * What a client says. Reader and writer stand beside each other in every message.
 *
 * <pre>
 * message  = kind:4 body, filled with zeros to a whole byte
 * hello    = schema:32 name:text token:text password:text spectate:1 bot:1 hue?
 * commands = seen:10 first:10 count:3 command*          ticks by their low bits
 * ping     = serial:16
 * resync   =
 * goodbye  =
 * say      = team:1 text
 * pause    = on:1
 * follow   = seat:11
 * emote    = sign:3
 * mute     = seat:11 on:1
 * look     = x:16 y:16                                  units, signed
 * text     = length:varint utf8*
 * hue?     = 0 | 1 degrees:9                            0 to 359; 0: whoever draws may choose
 * </pre>
 */
public sealed interface ClientMessage {
    int HELLO = 0;
    int COMMANDS = 1;
    int PING = 2;
    int RESYNC = 3;
    int GOODBYE = 4;
    int SAY = 5;
    int PAUSE = 6;
    int FOLLOW = 7;
    int EMOTE = 8;
    int MUTE = 9;
    int LOOK = 10;

    void write(BitWriter out);

    /**
     * Reads one whole message or refuses it with a {@link dev.apsis.protocol.bits.WireException}.
     */
    static ClientMessage read(byte[] bytes, int length) {
        return read(new BitReader(), bytes, length);
    }

    /** The same, with a reader of one's own. */
    static ClientMessage read(BitReader in, byte[] bytes, int length) {
        in.reset(bytes, length);
        int kind = in.read(Wire.KIND_BITS);
        ClientMessage message =
                switch (kind) {
                    case HELLO -> Hello.read(in);
                    case COMMANDS -> Commands.read(in);
                    case PING -> new Ping(in.read(16));
                    case RESYNC -> new Resync();
                    case GOODBYE -> new Goodbye();
                    case SAY -> new Say(in.readFlag(), Wire.readText(in, Chat.MAX_BYTES));
                    case PAUSE -> new Pause(in.readFlag());
                    case FOLLOW -> new Follow(in.read(Wire.SEAT_BITS));
                    case EMOTE -> new Emote(Sign.read(in));
                    case LOOK -> new Look(in.readSigned(16), in.readSigned(16));
                    case MUTE -> new Mute(in.read(Wire.SEAT_BITS), in.readFlag());
                    default -> throw in.wrong("a message of unknown kind " + kind);
                };
        in.end();
        return message;
    }

    default byte[] toBytes() {
        var out = new BitWriter(64, Wire.MAX_CLIENT_BYTES);
        write(out);
        return out.toBytes();
    }

    /**
     * The first word of every client: who it is, which table it speaks, and the hue of its ship in
     * degrees, or {@link Wire#ANY_HUE}.
     */
    record Hello(
            int schema,
            String name,
            String token,
            String password,
            boolean spectate,
            boolean bot,
            int hue)
            implements ClientMessage {
        public static final int MAX_NAME_BYTES = 96;
        public static final int MAX_TOKEN_BYTES = 256;
        public static final int MAX_PASSWORD_BYTES = 128;

        /** The same, with another token. */
        public Hello with(String other) {
            return new Hello(schema, name, other, password, spectate, bot, hue);
        }

        /** The same, without a wish for a seat. */
        public Hello watching() {
            return new Hello(schema, name, token, password, true, bot, hue);
        }

        /** One who does not mind the colour. */
        public Hello(
                int schema,
                String name,
                String token,
                String password,
                boolean spectate,
                boolean bot) {
            this(schema, name, token, password, spectate, bot, Wire.ANY_HUE);
        }

        @Override
        public void write(BitWriter out) {
            out.write(HELLO, Wire.KIND_BITS);
            out.write(schema, 32);
            Wire.writeText(out, name);
            Wire.writeText(out, token);
            Wire.writeText(out, password);
            out.writeFlag(spectate);
            out.writeFlag(bot);
            Wire.writeHue(out, hue);
        }

        static Hello read(BitReader in) {
            return new Hello(
                    in.read(32),
                    Wire.readText(in, MAX_NAME_BYTES),
                    Wire.readText(in, MAX_TOKEN_BYTES),
                    Wire.readText(in, MAX_PASSWORD_BYTES),
                    in.readFlag(),
                    in.readFlag(),
                    Wire.readHue(in));
        }
    }

    /**
     * Wishes for the ticks {@code first}, {@code first + 1} and so on, packed as {@link Command}
     * says; {@code seen} is the tick of the newest snapshot. Both ticks come by their low bits
     * only.
     */
    record Commands(int seen, int first, int[] packed) implements ClientMessage {
        public static final int MAX_COUNT = 7;

        @Override
        public void write(BitWriter out) {
            out.write(COMMANDS, Wire.KIND_BITS);
            out.write(seen, Wire.TICK_BITS);
            out.write(first, Wire.TICK_BITS);
            out.write(packed.length, 3);
            for (int command : packed) {
                Command.write(out, command);
            }
        }

        static Commands read(BitReader in) {
            int seen = in.read(Wire.TICK_BITS);
            int first = in.read(Wire.TICK_BITS);
            int[] packed = new int[in.read(3)];
            for (int i = 0; i < packed.length; i++) {
                packed[i] = Command.read(in);
            }
            return new Commands(seen, first, packed);
        }
    }

    /** Asks which tick it is; the serial comes back in the pong. */
    record Ping(int serial) implements ClientMessage {
        @Override
        public void write(BitWriter out) {
            out.write(PING, Wire.KIND_BITS);
            out.write(serial, 16);
        }
    }

    /** Asks to be told everything again. */
    record Resync() implements ClientMessage {
        @Override
        public void write(BitWriter out) {
            out.write(RESYNC, Wire.KIND_BITS);
        }
    }

    /** Says something to everybody in the room, or to the own team. */
    record Say(boolean team, String text) implements ClientMessage {
        @Override
        public void write(BitWriter out) {
            out.write(SAY, Wire.KIND_BITS);
            out.writeFlag(team);
            Wire.writeText(out, text);
        }
    }

    /** Nobody looks: no snapshots until somebody does again. The ship drifts on meanwhile. */
    record Pause(boolean on) implements ClientMessage {
        @Override
        public void write(BitWriter out) {
            out.write(PAUSE, Wire.KIND_BITS);
            out.writeFlag(on);
        }
    }

    /** A spectator looks from where a pilot is. */
    record Follow(int seat) implements ClientMessage {
        @Override
        public void write(BitWriter out) {
            out.write(FOLLOW, Wire.KIND_BITS);
            out.write(seat, Wire.SEAT_BITS);
        }
    }

    /** A spectator looks from a place of its own, in units, and follows nobody. */
    record Look(int x, int y) implements ClientMessage {
        @Override
        public void write(BitWriter out) {
            out.write(LOOK, Wire.KIND_BITS);
            out.write(x, 16);
            out.write(y, 16);
        }
    }

    /** A sign from the wheel, to everybody in the room. */
    record Emote(Sign sign) implements ClientMessage {
        @Override
        public void write(BitWriter out) {
            out.write(EMOTE, Wire.KIND_BITS);
            sign.write(out);
        }
    }

    /** Does not want to hear a pilot's words and signs, until it does again. */
    record Mute(int seat, boolean on) implements ClientMessage {
        @Override
        public void write(BitWriter out) {
            out.write(MUTE, Wire.KIND_BITS);
            out.write(seat, Wire.SEAT_BITS);
            out.writeFlag(on);
        }
    }

    /** Leaves for good: the seat is given up at once. */
    record Goodbye() implements ClientMessage {
        @Override
        public void write(BitWriter out) {
            out.write(GOODBYE, Wire.KIND_BITS);
        }
    }
}

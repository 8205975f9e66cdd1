package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;

import java.util.ArrayList;
import java.util.List;

/**
 * What the server says, apart from snapshots, whose kind is {@link #SNAPSHOT} and whose body {@link
 * dev.apsis.protocol.delta.SnapshotWriter} draws.
 *
 * <pre>
 * message  = kind:4 body, filled with zeros to a whole byte
 * welcome  = seat:12 token:text room:text tick:32 ticksPerFrame:4 arena     seat 4095: spectator
 * arena    = radius:16 ticksPerSecond:8 bodies:7 (type:2 radius:16 pull:32 parent:7
 *            orbit:16 phase:32 anglePerTick:32)*        parent: 0 for none, else index + 1
 * refusal  = closeCode:16 text:text
 * pong     = serial:16 tick:32 micros:32                micros since that tick
 * people   = count:varint (seat:11 name:text bot:1 score:32)*
 * notice   = text:text
 * </pre>
 */
public sealed interface ServerMessage {
    int SNAPSHOT = 0;
    int WELCOME = 1;
    int REFUSED = 2;
    int PONG = 3;
    int PEOPLE = 4;
    int NOTICE = 5;

    /** Names of the kinds, by number. */
    List<String> KINDS = List.of("snapshot", "welcome", "refusal", "pong", "people", "notice");

    void write(BitWriter out);

    /** The kind of a message, read from its first bits. */
    static int kind(BitReader in) {
        return in.read(Wire.KIND_BITS);
    }

    /** Leads a snapshot's bits. */
    static void beginSnapshot(BitWriter out) {
        out.write(SNAPSHOT, Wire.KIND_BITS);
    }

    /** Reads the rest of a message that is not a snapshot. */
    static ServerMessage read(int kind, BitReader in) {
        ServerMessage message =
                switch (kind) {
                    case WELCOME -> Welcome.read(in);
                    case REFUSED -> Refused.read(in);
                    case PONG -> new Pong(in.read(16), in.read(32), in.read(32));
                    case PEOPLE -> People.read(in);
                    case NOTICE -> new Notice(Wire.readText(in, Notice.MAX_BYTES));
                    default -> throw in.wrong("a message of unknown kind " + kind);
                };
        in.end();
        return message;
    }

    default byte[] toBytes() {
        var out = new BitWriter(64, Wire.MAX_SERVER_BYTES);
        write(out);
        return out.toBytes();
    }

    /**
     * The client is in: its seat (-1 for a spectator), the token that takes it back, and the place.
     */
    record Welcome(int seat, String token, String room, int tick, int ticksPerFrame, Arena arena)
            implements ServerMessage {
        private static final int SEAT_BITS = 12;
        private static final int NO_SEAT = 4095;

        @Override
        public void write(BitWriter out) {
            out.write(WELCOME, Wire.KIND_BITS);
            out.write(seat < 0 ? NO_SEAT : seat, SEAT_BITS);
            Wire.writeText(out, token);
            Wire.writeText(out, room);
            out.write(tick, 32);
            out.write(ticksPerFrame, 4);
            writeArena(out, arena);
        }

        static Welcome read(BitReader in) {
            int seat = in.read(SEAT_BITS);
            String token = Wire.readText(in, ClientMessage.Hello.MAX_TOKEN_BYTES);
            String room = Wire.readText(in, 64);
            int tick = in.read(32);
            int ticksPerFrame = in.read(4);
            if (ticksPerFrame == 0) {
                throw in.wrong("frames of no ticks");
            }
            int whose = seat == NO_SEAT ? -1 : seat;
            return new Welcome(whose, token, room, tick, ticksPerFrame, readArena(in));
        }

        private static void writeArena(BitWriter out, Arena arena) {
            out.write(arena.radiusUnits(), 16);
            out.write(arena.ticksPerSecond(), 8);
            out.write(arena.bodies().size(), 7);
            for (Body body : arena.bodies()) {
                out.write(body.type().code(), 2);
                out.write(body.radiusUnits(), 16);
                out.write(body.pull(), 32);
                out.write(body.parent() + 1, 7);
                out.write(body.orbitUnits(), 16);
                out.write(body.phase(), 32);
                out.write(body.anglePerTick(), 32);
            }
        }

        private static Arena readArena(BitReader in) {
            int radius = in.read(16);
            int ticksPerSecond = in.read(8);
            int count = in.read(7);
            if (radius < 100
                    || radius > Arena.MAX_RADIUS_UNITS
                    || count > Arena.MAX_BODIES
                    || ticksPerSecond == 0) {
                throw in.wrong("an arena of " + radius + " units with " + count + " bodies");
            }
            List<Body> bodies = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                bodies.add(readBody(in, i));
            }
            return new Arena(radius, ticksPerSecond, bodies);
        }

        private static Body readBody(BitReader in, int index) {
            int type = in.read(2);
            int radius = in.read(16);
            int pull = in.read(32);
            int parent = in.read(7) - 1;
            if (type >= Body.Type.count() || parent >= index) {
                throw in.wrong("a body of unknown type or with a later parent");
            }
            return new Body(
                    Body.Type.of(type),
                    radius,
                    pull,
                    parent,
                    in.read(16),
                    in.read(32),
                    in.read(32));
        }
    }

    /** The client is not let in, or sent away: why, and in which words. */
    record Refused(Refusal reason, String text) implements ServerMessage {
        private static final int MAX_BYTES = 512;
        private static final int CODE_BITS = 16;

        @Override
        public void write(BitWriter out) {
            out.write(REFUSED, Wire.KIND_BITS);
            out.write(reason.closeCode(), CODE_BITS);
            Wire.writeText(out, text);
        }

        static Refused read(BitReader in) {
            int code = in.read(CODE_BITS);
            Refusal reason =
                    Refusal.of(code)
                            .orElseThrow(() -> in.wrong("a refusal of unknown code " + code));
            return new Refused(reason, Wire.readText(in, MAX_BYTES));
        }
    }

    /** Answers a ping: the room's newest tick, and how long ago that was. */
    record Pong(int serial, int tick, int micros) implements ServerMessage {
        @Override
        public void write(BitWriter out) {
            out.write(PONG, Wire.KIND_BITS);
            out.write(serial, 16);
            out.write(tick, 32);
            out.write(micros, 32);
        }
    }

    /** Who plays: names and scores, for they never travel in snapshots. */
    record People(List<Person> people) implements ServerMessage {
        private static final int MAX_COUNT = 2048;

        public People {
            people = List.copyOf(people);
        }

        @Override
        public void write(BitWriter out) {
            out.write(PEOPLE, Wire.KIND_BITS);
            out.writeVarint(people.size());
            for (Person person : people) {
                out.write(person.seat(), 11);
                Wire.writeText(out, person.name());
                out.writeFlag(person.bot());
                out.write(person.score(), 32);
            }
        }

        static People read(BitReader in) {
            int count = in.readVarint();
            if (count > MAX_COUNT) {
                throw in.wrong(count + " people in one message");
            }
            List<Person> people = new ArrayList<>(Math.min(count, 64));
            for (int i = 0; i < count; i++) {
                int seat = in.read(11);
                String name = Wire.readText(in, ClientMessage.Hello.MAX_NAME_BYTES);
                people.add(new Person(seat, name, in.readFlag(), in.read(32)));
            }
            return new People(people);
        }
    }

    /** One pilot in the list of people. */
    record Person(int seat, String name, boolean bot, int score) {}

    /** A line of plain words for everybody in the room. */
    record Notice(String text) implements ServerMessage {
        public static final int MAX_BYTES = 512;

        @Override
        public void write(BitWriter out) {
            out.write(NOTICE, Wire.KIND_BITS);
            Wire.writeText(out, text);
        }
    }
}

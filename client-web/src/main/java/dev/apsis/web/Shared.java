package dev.apsis.web;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Letters;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Sign;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.Rails;

import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.typedarrays.Int8Array;

import java.util.List;
import java.util.stream.Stream;

/**
 * What TypeScript sees of the protocol; typed by shared.d.ts. Arrays cross by reference, never
 * copied. There is one world a page, begun anew by each welcome.
 */
public final class Shared {
    private static final World WORLD = new World();

    private Shared() {}

    @JSExport
    public static String subprotocol() {
        return Wire.SUBPROTOCOL;
    }

    @JSExport
    public static Int8Array hello(
            String name, String token, String password, boolean spectate, int hue) {
        int schema = OrbitSchema.SCHEMA.hash();
        return bytes(new ClientMessage.Hello(schema, name, token, password, spectate, false, hue));
    }

    @JSExport
    public static Int8Array commands(int seenTick, int firstTick, Int32Array packed, int count) {
        int[] some = new int[count];
        System.arraycopy(packed.toJavaArray(), 0, some, 0, count);
        return bytes(new ClientMessage.Commands(seenTick, firstTick, some));
    }

    @JSExport
    public static Int8Array ping(int serial) {
        return bytes(new ClientMessage.Ping(serial));
    }

    @JSExport
    public static Int8Array resync() {
        return bytes(new ClientMessage.Resync());
    }

    @JSExport
    public static Int8Array goodbye() {
        return bytes(new ClientMessage.Goodbye());
    }

    @JSExport
    public static Int8Array say(boolean team, String text) {
        return bytes(new ClientMessage.Say(team, text));
    }

    @JSExport
    public static Int8Array pause(boolean on) {
        return bytes(new ClientMessage.Pause(on));
    }

    @JSExport
    public static Int8Array follow(int seat) {
        return bytes(new ClientMessage.Follow(seat));
    }

    @JSExport
    public static Int8Array look(int x, int y) {
        return bytes(new ClientMessage.Look(x, y));
    }

    @JSExport
    public static Int8Array emote(int sign) {
        return bytes(new ClientMessage.Emote(Sign.of(sign)));
    }

    @JSExport
    public static Int8Array mute(int seat, boolean on) {
        return bytes(new ClientMessage.Mute(seat, on));
    }

    @JSExport
    public static String[] signs() {
        return Stream.of(Sign.values()).map(Sign::word).toArray(String[]::new);
    }

    @JSExport
    public static int pack(
            int turn,
            int aim,
            boolean thrust,
            boolean brake,
            boolean boost,
            boolean fire,
            boolean jump) {
        return Command.of(turn, aim, thrust, brake, boost, fire, jump).packed();
    }

    @JSExport
    public static int receive(Int8Array message) {
        byte[] bytes = message.toJavaArray();
        var in = new BitReader(bytes);
        int kind = ServerMessage.kind(in);
        WORLD.take(kind, in);
        return kind;
    }

    @JSExport
    public static String[] kinds() {
        List<String> kinds = ServerMessage.KINDS;
        return kinds.toArray(new String[0]);
    }

    @JSExport
    public static String letter() {
        return WORLD.letter;
    }

    @JSExport
    public static int tick() {
        return WORLD.mirror.tick();
    }

    @JSExport
    public static int ackedTick() {
        return WORLD.mirror.ackedTick();
    }

    @JSExport
    public static int slack() {
        return WORLD.mirror.slackHalfTicks();
    }

    @JSExport
    public static int count() {
        return WORLD.mirror.size();
    }

    @JSExport
    public static Int32Array types() {
        return Int32Array.fromJavaArray(WORLD.mirror.types());
    }

    @JSExport
    public static Int32Array keys() {
        return Int32Array.fromJavaArray(WORLD.mirror.keys());
    }

    @JSExport
    public static Int32Array rows() {
        return Int32Array.fromJavaArray(WORLD.mirror.rows());
    }

    @JSExport
    public static int stride() {
        return WORLD.mirror.stride();
    }

    @JSExport
    public static int self() {
        return WORLD.mirror.self();
    }

    @JSExport
    public static Int32Array secrets() {
        return Int32Array.fromJavaArray(WORLD.mirror.secrets());
    }

    @JSExport
    public static int typeIndex(String type) {
        return OrbitSchema.SCHEMA.typeIndex(type);
    }

    @JSExport
    public static int fieldIndex(String type, String field) {
        return OrbitSchema.SCHEMA.type(typeIndex(type)).field(field);
    }

    @JSExport
    public static int secretIndex(String type, String field) {
        return OrbitSchema.SCHEMA.type(typeIndex(type)).secret(field);
    }

    @JSExport
    public static int goneCount() {
        return WORLD.mirror.goneCount();
    }

    @JSExport
    public static Int32Array gone() {
        return Int32Array.fromJavaArray(WORLD.mirror.gone());
    }

    @JSExport
    public static int eventCount() {
        return WORLD.mirror.eventCount();
    }

    @JSExport
    public static Int32Array events() {
        return Int32Array.fromJavaArray(WORLD.mirror.events());
    }

    @JSExport
    public static int eventStride() {
        return WORLD.mirror.eventStride();
    }

    @JSExport
    public static int eventIndex(String event) {
        for (int i = 0; i < OrbitSchema.SCHEMA.events().size(); i++) {
            if (OrbitSchema.SCHEMA.events().get(i).name().equals(event)) {
                return i;
            }
        }
        return -1;
    }

    @JSExport
    public static int desyncs() {
        return WORLD.mirror.desyncs();
    }

    @JSExport
    public static void drift(int type, Int32Array rows, int at, int tick, int ticks) {
        WORLD.motion.drift(type, rows.toJavaArray(), at, tick, ticks);
    }

    /** One call for all, for each crossing costs more than the step itself. */
    @JSExport
    public static void driftAll(Int32Array types, Int32Array rows, int count, int tick) {
        int[] each = types.toJavaArray();
        int[] some = rows.toJavaArray();
        int stride = WORLD.mirror.stride();
        for (int i = 0; i < count; i++) {
            if (each[i] >= 0) {
                WORLD.motion.drift(each[i], some, i * stride, tick, 1);
            }
        }
    }

    @JSExport
    public static void fly(
            Int32Array rows, int at, Int32Array secrets, int secretsAt, int command, int tick) {
        WORLD.motion
                .helm()
                .fly(
                        rows.toJavaArray(),
                        at,
                        secrets.toJavaArray(),
                        secretsAt,
                        new Command(command),
                        tick);
    }

    @JSExport
    public static void launch(Int32Array ships, int at, Int32Array torpedoes, int torpedoAt) {
        WORLD.motion.flight().launch(ships.toJavaArray(), at, torpedoes.toJavaArray(), torpedoAt);
    }

    @JSExport
    public static int bodies(int tick, Float64Array out) {
        Rails rails = WORLD.motion.flight().rails();
        double[] places = out.toJavaArray();
        rails.place(tick);
        for (int i = 0; i < rails.count(); i++) {
            places[2 * i] = rails.x(i);
            places[2 * i + 1] = rails.y(i);
        }
        return rails.count();
    }

    private static Int8Array bytes(ClientMessage message) {
        var out = new BitWriter(64, Wire.MAX_CLIENT_BYTES);
        message.write(out);
        return Int8Array.fromJavaArray(out.toBytes());
    }

    /** The world as this page knows it. Owned by the page's one thread. */
    private static final class World {
        OrbitMotion motion = new OrbitMotion(new Arena(3000, 60, List.of()));
        Mirror mirror = new Mirror(OrbitSchema.SCHEMA, motion, 2, -1);
        String letter = "";

        void take(int kind, BitReader in) {
            if (kind == ServerMessage.SNAPSHOT) {
                mirror.read(in);
                return;
            }
            ServerMessage message = ServerMessage.read(kind, in);
            if (message instanceof Welcome welcome) {
                motion = new OrbitMotion(welcome.arena());
                mirror =
                        new Mirror(
                                OrbitSchema.SCHEMA,
                                motion,
                                welcome.ticksPerFrame(),
                                welcome.seat());
            }
            letter = Letters.json(message);
        }
    }
}

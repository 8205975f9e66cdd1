package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.Seating;
import dev.apsis.gateway.Veil.Seen;
import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

import io.vertx.core.buffer.Buffer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One client of a simulated room. What it knows is held against the frames as they were, and what
 * it is told against what it is told in a world that differs in all it must not know. Owned by its
 * room.
 */
final class SimulatedPilot {
    /** A new session's token, the radar, which tells of all, and the time of an event loop. */
    private static final Set<Integer> MAY_DIFFER =
            Set.of(ServerMessage.WELCOME, ServerMessage.RADAR, ServerMessage.PONG);

    final Seating.Seated seated;
    boolean hidden;

    /** Said what nobody may say, so that its line may be closed for it. */
    boolean guilty;

    /** Its session came back on another line, so that this one may be closed. */
    boolean cameBack;

    private final Side real;
    private final Side veiled;
    private final Veil veil;
    private final Mirror mirror;
    private final Map<Integer, List<Seen>> seenAt = new HashMap<>();
    private String token = "";
    private int stalledUntilTick;
    private int shownBefore;
    private int hash;

    /** One of the two worlds: the line to the pilot, and its connection there. */
    record Side(SimulatedLine line, Connection connection) {}

    SimulatedPilot(Seating.Seated seated, Side real, Side veiled, Veil veil, Venue venue) {
        this.seated = seated;
        this.real = real;
        this.veiled = veiled;
        this.veil = veil;
        var motion = new OrbitMotion(venue.arena());
        int ticksPerFrame = venue.timing().ticksPerFrame();
        this.mirror = new Mirror(OrbitSchema.SCHEMA, motion, ticksPerFrame, seated.seat());
    }

    void stall(int untilTick) {
        stalledUntilTick = untilTick;
    }

    boolean stalled(int tick) {
        return tick < stalledUntilTick;
    }

    int freshTick() {
        return mirror.tick();
    }

    /** What takes its seat back; empty until it was welcomed. */
    String token() {
        return token;
    }

    /** A number that tells two runs apart by what was heard in them. */
    int hash() {
        return hash;
    }

    boolean closed() {
        return real.line.closed();
    }

    void say(ClientMessage message) {
        say(message.toBytes());
    }

    void say(byte[] message) {
        real.connection.hear(Buffer.buffer(message));
        veiled.connection.hear(Buffer.buffer(message));
    }

    void cut() {
        real.line.cut();
        veiled.line.cut();
        end();
    }

    /** Its line was closed. Blame: only for what it did itself, or as it came back elsewhere. */
    void end() {
        Refused refused = real.line.refused();
        Refused there = veiled.line.refused();
        assertEquals(refused, there, "refused for what it must not know");
        if (refused != null) {
            boolean own =
                    refused.reason() == Refusal.MALFORMED || refused.reason() == Refusal.TOO_MUCH;
            boolean replaced = refused.reason() == Refusal.REPLACED;
            assertTrue(replaced ? cameBack : own && guilty, "blamed for others: " + refused);
        }
        real.connection.end();
        veiled.connection.end();
    }

    /** A tick is over: if it was shown its frame, this is what it saw there. */
    void noteShown(int tick) {
        assertEquals(real.line.snapshots(), veiled.line.snapshots(), "shown when it must not know");
        if (real.line.snapshots() > shownBefore) {
            shownBefore = real.line.snapshots();
            seenAt.put(tick, veil.shown());
        }
    }

    /** Takes in what arrived, and checks it bit for bit. */
    void receive(Map<Integer, Frame> history) {
        List<byte[]> arrived = real.line.deliver();
        compare(arrived, veiled.line.deliver());
        for (byte[] message : arrived) {
            var in = new BitReader(message);
            int kind = ServerMessage.kind(in);
            if (kind == ServerMessage.SNAPSHOT) {
                mirror.read(in);
                Frame frame = history.get(mirror.tick());
                check(Objects.requireNonNull(frame, "a snapshot of a tick without a frame"));
            } else if (ServerMessage.read(kind, in) instanceof Welcome welcome) {
                token = welcome.token();
            }
            hash = kind == ServerMessage.WELCOME ? hash : 31 * hash + Arrays.hashCode(message);
        }
        assertTrue(real.line.mostSnapshotsUnderway() <= 1, "a snapshot was queued behind another");
    }

    /** Secrecy: the same bytes. */
    private static void compare(List<byte[]> told, List<byte[]> toldThere) {
        assertEquals(told.size(), toldThere.size(), "messages");
        for (int i = 0; i < told.size(); i++) {
            int kind = SimulatedLine.kind(told.get(i));
            assertEquals(kind, SimulatedLine.kind(toldThere.get(i)), "kind of message");
            if (!MAY_DIFFER.contains(kind)) {
                assertArrayEquals(told.get(i), toldThere.get(i), "a secret shows in kind " + kind);
            }
        }
    }

    /**
     * Convergence: it knows exactly what is in its sight, each row as the server's. Liveness: its
     * own ship is there.
     */
    private void check(Frame frame) {
        assertEquals(0, mirror.desyncs(), "fingerprints differ");
        List<String> truth = new ArrayList<>();
        for (Seen seen : Objects.requireNonNull(seenAt.remove(frame.tick()), "never shown")) {
            Table table = frame.table(seen.type());
            int at = table.at(seen.slot());
            truth.add(
                    row(
                            seen.type(),
                            Arrays.copyOfRange(table.rows(), at, at + fields(seen.type()))));
        }
        List<String> known = new ArrayList<>();
        for (int i = 0; i < mirror.size(); i++) {
            int type = mirror.types()[i];
            known.add(row(type, Arrays.copyOf(mirror.row(i), fields(type))));
        }
        assertEquals(truth.stream().sorted().toList(), known.stream().sorted().toList());
        boolean alive = frame.id(OrbitSchema.SHIP, seated.seat()) != 0;
        assertEquals(alive, mirror.self() >= 0, "own ship");
        if (alive) {
            checkSecrets(frame.table(OrbitSchema.SHIP));
        }
    }

    private static int fields(int type) {
        return OrbitSchema.SCHEMA.type(type).fields().size();
    }

    private static String row(int type, int[] fields) {
        return OrbitSchema.SCHEMA.type(type).name() + Arrays.toString(fields);
    }

    private void checkSecrets(Table ships) {
        int at = ships.secretAt(seated.seat());
        int count = OrbitSchema.SCHEMA.type(OrbitSchema.SHIP).secrets().size();
        int[] truth = Arrays.copyOfRange(ships.secrets(), at, at + count);
        assertArrayEquals(truth, Arrays.copyOf(mirror.secrets(), count), "own secrets");
    }
}

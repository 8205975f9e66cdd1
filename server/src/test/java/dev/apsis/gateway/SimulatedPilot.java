package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.Seating;
import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

import io.vertx.core.buffer.Buffer;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** One client of a simulated room: what it knows is held against the frames as they were. */
final class SimulatedPilot {
    final SimulatedLine line = new SimulatedLine();
    final Viewer viewer;
    final Seating.Seated seated;

    private final Mirror mirror;
    private int stalledUntilTick;
    private int freshTick;

    SimulatedPilot(Seating.Seated seated, Arena arena, int ticksPerFrame) {
        this.seated = seated;
        this.viewer = new Viewer(line, seated.seat(), seated.link());
        this.viewer.seenTick = seated.tick();
        this.mirror =
                new Mirror(
                        OrbitSchema.SCHEMA, new OrbitMotion(arena), ticksPerFrame, seated.seat());
    }

    void stall(int untilTick) {
        stalledUntilTick = untilTick;
    }

    boolean stalled(int tick) {
        return tick < stalledUntilTick;
    }

    int freshTick() {
        return freshTick;
    }

    /** Takes in what arrived, and checks it bit for bit. */
    void receive(Map<Integer, Frame> history) {
        for (Buffer message : line.deliver()) {
            byte[] bytes = message.getBytes();
            var in = new BitReader(bytes);
            int kind = ServerMessage.kind(in);
            if (kind == ServerMessage.SNAPSHOT) {
                mirror.read(in);
                freshTick = mirror.tick();
                viewer.seenTick = freshTick;
                check(assertNotNullFrame(history.get(freshTick)));
            } else {
                ServerMessage.read(kind, in);
            }
        }
        assertTrue(line.mostSnapshotsUnderway() <= 1, "a snapshot was queued behind another");
    }

    private static Frame assertNotNullFrame(@Nullable Frame frame) {
        assertNotNull(frame, "a snapshot of a tick that had no frame");
        return Objects.requireNonNull(frame);
    }

    /**
     * Convergence: each row the client has is the server's row. Liveness: its own ship is there.
     */
    private void check(Frame frame) {
        assertEquals(0, mirror.desyncs(), "fingerprints differ");
        assertEquals(viewer.roster.size(), mirror.size(), "roster sizes differ");
        for (int i = 0; i < mirror.size(); i++) {
            int type = mirror.types()[i];
            int slot = viewer.roster.slot(i);
            assertEquals(viewer.roster.type(i), type, "types differ at " + i);
            Table table = frame.table(type);
            int fields = OrbitSchema.SCHEMA.type(type).fields().size();
            int[] truth = Arrays.copyOfRange(table.rows(), table.at(slot), table.at(slot) + fields);
            assertArrayEquals(truth, Arrays.copyOf(mirror.row(i), fields), "row " + i);
        }
        boolean alive = frame.id(OrbitSchema.SHIP, seated.seat()) != 0;
        assertEquals(alive, mirror.self() >= 0, "own ship");
        if (alive) {
            checkSecrets(frame.table(OrbitSchema.SHIP));
        }
    }

    private void checkSecrets(Table ships) {
        int at = ships.secretAt(seated.seat());
        int count = OrbitSchema.SCHEMA.type(OrbitSchema.SHIP).secrets().size();
        int[] truth = Arrays.copyOfRange(ships.secrets(), at, at + count);
        assertArrayEquals(truth, Arrays.copyOf(mirror.secrets(), count), "own secrets");
    }
}

package dev.apsis.protocol.delta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Both ends of one viewer: the roster a server keeps and the mirror a client keeps, held against
 * the frame after every snapshot. Owned by its test.
 */
final class WatchedViewer {
    final Roster roster = new Roster();
    final Sight sight = new Sight();
    final int seat;
    final int period;
    int lastFrame = -1;

    private final Mirror mirror;
    private final Set<Integer> keysSeen = new HashSet<>();
    private final Map<Integer, Integer> idOfKey = new HashMap<>();

    WatchedViewer(int seat, int period, Arena arena) {
        this.seat = seat;
        this.period = period;
        this.mirror = Mirror.growing(OrbitSchema.SCHEMA, new OrbitMotion(arena), 2, seat);
    }

    Mirror mirror() {
        return mirror;
    }

    /** Reads a snapshot as a client would, then compares everything there is to compare. */
    void take(byte[] snapshot, Frame frame) {
        mirror.read(new BitReader(snapshot));
        assertEquals(frame.tick(), mirror.tick());
        assertEquals(0, mirror.desyncs(), "the fingerprint differs");
        compareRoster(frame);
        compareOwn(frame);
        compareGone(frame);
        compareEvents(frame);
    }

    private void compareRoster(Frame frame) {
        Set<Long> wanted = new HashSet<>();
        for (int i = 0; i < sight.count(); i++) {
            wanted.add((long) sight.type(i) << 32 | sight.slot(i));
        }
        assertEquals(wanted.size(), mirror.size(), "exactly what is in sight");
        assertEquals(roster.size(), mirror.size());
        for (int i = 0; i < mirror.size(); i++) {
            int type = roster.type(i);
            int slot = roster.slot(i);
            assertTrue(wanted.contains((long) type << 32 | slot), "nothing that is out of sight");
            assertEquals(type, mirror.types()[i]);
            Table table = frame.table(type);
            int fields = OrbitSchema.SCHEMA.type(type).fields().size();
            assertArrayEquals(
                    Arrays.copyOfRange(table.rows(), table.at(slot), table.at(slot) + fields),
                    Arrays.copyOf(mirror.row(i), fields),
                    () -> OrbitSchema.SCHEMA.type(type).name() + " in slot " + slot);
            Integer id = idOfKey.putIfAbsent(mirror.keys()[i], roster.id(i));
            assertTrue(id == null || id == roster.id(i), "a key stays with its entity");
        }
    }

    private void compareOwn(Frame frame) {
        int own = -1;
        for (int i = 0; i < roster.size(); i++) {
            own = roster.type(i) == 0 && roster.slot(i) == seat ? i : own;
        }
        assertEquals(own, mirror.self());
        if (own >= 0) {
            Table ships = frame.table(0);
            int at = ships.secretAt(seat);
            assertArrayEquals(
                    Arrays.copyOfRange(ships.secrets(), at, at + mirror.secrets().length),
                    mirror.secrets(),
                    "owner-only fields");
        }
        if (seat >= 0) {
            assertEquals(frame.ackedTick(seat), mirror.ackedTick());
            assertEquals(Math.clamp(frame.slackHalfTicks(seat), -32, 31), mirror.slackHalfTicks());
        }
    }

    private void compareGone(Frame frame) {
        for (int i = 0; i < mirror.goneCount(); i++) {
            int at = i * mirror.goneStride();
            int key = mirror.gone()[at];
            assertTrue(keysSeen.add(key), "nobody leaves twice");
            Integer id = idOfKey.get(key);
            boolean lives = id != null && lives(frame, mirror.gone()[at + 1], id);
            boolean toldEnded = mirror.gone()[at + 2] == 1;
            assertTrue(!(toldEnded && lives), "whoever is said to have ended has");
        }
    }

    private void compareEvents(Frame frame) {
        int told = 0;
        for (int at = 0; at < frame.events().length; at += Frame.EVENT_STRIDE) {
            int[] event = Arrays.copyOfRange(frame.events(), at, at + Frame.EVENT_STRIDE);
            int index = indexOf(event[1], event[2]);
            if (index >= 0) {
                int mirrored = told++ * mirror.eventStride();
                assertEquals(event[0], mirror.events()[mirrored]);
                assertEquals(index, mirror.events()[mirrored + 1]);
                for (int i = 0;
                        i < OrbitSchema.SCHEMA.events().get(event[0]).fields().size();
                        i++) {
                    assertEquals(event[3 + i], mirror.events()[mirrored + 2 + i]);
                }
            }
        }
        assertEquals(told, mirror.eventCount());
    }

    private int indexOf(int type, int slot) {
        for (int i = 0; i < roster.size(); i++) {
            if (roster.type(i) == type && roster.slot(i) == slot) {
                return i;
            }
        }
        return -1;
    }

    private static boolean lives(Frame frame, int type, int id) {
        for (int other : frame.table(type).ids()) {
            if (other == id) {
                return true;
            }
        }
        return false;
    }
}

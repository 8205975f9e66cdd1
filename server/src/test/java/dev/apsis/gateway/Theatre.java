package dev.apsis.gateway;

import com.sun.management.ThreadMXBean;

import dev.apsis.engine.RoomNews;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.game.Pilot;
import dev.apsis.link.Keyboard;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** One fight that is shown to audiences of any size, with others out of everybody's sight. */
final class Theatre {
    static final int SHIPS = 20;

    private static final Arena ARENA = Arenas.lone(SHIPS, 60);
    private static final int FAR_AWAY = 30_000 << 16;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    final List<ReadyLine> lines = new ArrayList<>();

    private final Audience audience;
    private long allocatedBytes;

    Theatre() {
        var timing = RoomTiming.STANDARD;
        var venue = new Venue("arena", "ffa", SHIPS, false, true, timing, ARENA);
        audience = new Audience(venue, new OrbitLookout(), () -> 0);
    }

    /** So many seconds of a fight, frame by frame. */
    static List<Frame> fight(int seconds) {
        var orbit = new Orbit(ARENA, SHIPS, 11);
        int[] commands = new int[SHIPS];
        List<Keyboard> hands = new ArrayList<>();
        for (int seat = 0; seat < SHIPS; seat++) {
            orbit.join(seat, new Pilot("pilot " + seat, false));
            hands.add(new Keyboard(seat, true));
        }
        List<Frame> frames = new ArrayList<>();
        for (int tick = 1; tick <= seconds * 60; tick++) {
            for (int seat = 0; seat < SHIPS; seat++) {
                commands[seat] = hands.get(seat).hold(tick);
            }
            orbit.step(commands);
            if (tick % 2 == 0) {
                frames.add(orbit.capture(new int[SHIPS * Frame.RECEIPT_STRIDE]));
            }
        }
        return frames;
    }

    /** The same frame with so many more ships where nobody looks. */
    static Frame crowded(Frame frame, int more) {
        Table few = frame.table(OrbitSchema.SHIP);
        var many = new Table(SHIPS + more, ShipRow.LENGTH, ShipSecret.LENGTH);
        System.arraycopy(few.ids(), 0, many.ids(), 0, few.ids().length);
        System.arraycopy(few.rows(), 0, many.rows(), 0, few.rows().length);
        System.arraycopy(few.secrets(), 0, many.secrets(), 0, few.secrets().length);
        for (int slot = SHIPS; slot < many.slots(); slot++) {
            many.ids()[slot] = 1_000_000 + slot;
            many.rows()[many.at(slot) + ShipRow.SEAT] = slot;
            many.rows()[many.at(slot) + ShipRow.X] = FAR_AWAY + frame.tick() * slot;
        }
        List<Table> tables = new ArrayList<>(List.of(frame.tables()));
        tables.set(OrbitSchema.SHIP, many);
        return new Frame(frame.tick(), tables, frame.events(), frame.receipts());
    }

    /** Somebody who looks from a seat's ship: its pilot, or a spectator. */
    ReadyLine admit(int seat, boolean spectates) {
        return admit(seat, spectates, 1);
    }

    /** One who is shown every so many frames. */
    ReadyLine admit(int seat, boolean spectates, int framesPerLook) {
        var line = new ReadyLine();
        var viewer = new Viewer(line, spectates ? -1 : seat, 1);
        viewer.followed = seat;
        viewer.seenTick = Integer.MAX_VALUE;
        viewer.framesPerLook = framesPerLook;
        audience.add(viewer);
        lines.add(line);
        return line;
    }

    void show(List<Frame> frames) {
        for (Frame frame : frames) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            audience.take(new RoomNews.Captured(frame));
            allocatedBytes += THREAD.getCurrentThreadAllocatedBytes() - before;
        }
    }

    void take(RoomNews news) {
        audience.take(news);
    }

    void pass(Talk talk) {
        audience.pass(talk);
    }

    long allocatedBytes() {
        return allocatedBytes;
    }

    long encodes() {
        return audience.encodes();
    }

    long snapshotBytes() {
        return lines.stream().mapToLong(ReadyLine::snapshotBytes).sum();
    }
}

package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.Relief;
import dev.apsis.engine.Room;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.Seating;
import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.orbit.Arena;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Who is shown less while a room is relieved, frame by frame. */
class ReliefTest {
    private static final int CAPACITY = 64;
    private static final int PILOTS = 12;
    private static final int FRAMES = 20;

    private final Arena arena = Arenas.lone(CAPACITY, 60);
    private final Room room = new Room(new Orbit(arena, CAPACITY, 7), RoomTiming.STANDARD);
    private final Audience audience =
            new Audience(
                    new Venue(
                            "arena",
                            "ffa",
                            CAPACITY,
                            /* locked= */ false,
                            /* listed= */ true,
                            RoomTiming.STANDARD,
                            arena),
                    new OrbitLookout(),
                    () -> 0);
    private final List<Watcher> watchers = new ArrayList<>();

    /** A viewer, and how many snapshots it was shown. */
    private static final class Watcher {
        final SimulatedLine line = new SimulatedLine();
        final Viewer viewer;
        int snapshots;

        Watcher(int seat, int link) {
            viewer = new Viewer(line, seat, link);
        }

        void deliver(int tick) {
            for (byte[] message : line.deliver()) {
                int kind = ServerMessage.kind(new BitReader(message));
                snapshots += kind == ServerMessage.SNAPSHOT ? 1 : 0;
            }
            viewer.seenTick = tick;
        }
    }

    private void watch(int seat, int link) {
        var watcher = new Watcher(seat, link);
        watchers.add(watcher);
        audience.add(watcher.viewer);
    }

    private void fill() {
        for (int i = 0; i < PILOTS; i++) {
            var join = new RoomMessage.Join("pilot " + i, new Pilot("pilot " + i, false), "");
            var seated = assertInstanceOf(Seating.Seated.class, room.join(join));
            watch(seated.seat(), seated.link());
        }
        watch(-1, 0);
        show(4);
    }

    private void show(int frames) {
        for (int shown = 0; shown < frames; ) {
            Frame frame = room.tick();
            if (frame != null) {
                audience.take(new RoomNews.Captured(frame));
                watchers.forEach(watcher -> watcher.deliver(frame.tick()));
                shown++;
            }
        }
    }

    /** The kinds of viewers and how many of {@link #FRAMES} frames each was shown. */
    private void assertShown(Relief relief, int lonely, int inCompany, int spectating) {
        audience.take(new RoomNews.Relieving(relief));
        show(2);
        watchers.forEach(watcher -> watcher.snapshots = 0);
        List<Boolean> lonelyBefore = lonely();
        show(FRAMES);
        List<Boolean> lonelyAfter = lonely();
        int judged = 0;
        for (int i = 0; i < watchers.size(); i++) {
            Watcher watcher = watchers.get(i);
            boolean steady = lonelyBefore.get(i).equals(lonelyAfter.get(i));
            int expected =
                    watcher.viewer.seat < 0
                            ? spectating
                            : watcher.viewer.lonely ? lonely : inCompany;
            if (watcher.viewer.seat < 0 || steady) {
                assertEquals(expected, watcher.snapshots, relief + " for viewer " + i);
                judged++;
            }
        }
        assertTrue(judged > PILOTS / 2, "most see the same all the time");
        assertTrue(lonelyAfter.subList(0, PILOTS).contains(true), "somebody is lonely");
        assertTrue(lonelyAfter.subList(0, PILOTS).contains(false), "somebody is not");
    }

    private List<Boolean> lonely() {
        return watchers.stream().map(watcher -> watcher.viewer.lonely).toList();
    }

    @Test
    void theLonelyAreSparedFirstThenSpectatorsAndAllIsAsBeforeInTheEnd() {
        fill();
        assertShown(Relief.NONE, FRAMES, FRAMES, FRAMES);
        assertShown(Relief.LONELY, FRAMES / 2, FRAMES, FRAMES);
        assertShown(Relief.SPECTATORS, FRAMES / 2, FRAMES, FRAMES / 2);
        assertShown(Relief.DOORS, FRAMES / 2, FRAMES, FRAMES / 2);
        assertShown(Relief.NONE, FRAMES, FRAMES, FRAMES);
    }

    @Test
    void whatWasShownAndSkippedIsCounted() {
        fill();
        RoomMessage.Watched first = audience.drainShowings();
        assertEquals(PILOTS + 1, first.viewers());
        assertEquals(4 * (PILOTS + 1), first.shown());
        watchers.getLast().line.cut();
        audience.remove(watchers.removeLast().viewer);
        assertEquals(List.of(-1, 0, 0, 0), figures(audience.drainShowings()));
        Frame frame = nextFrame();
        audience.take(new RoomNews.Captured(frame));
        audience.take(new RoomNews.Captured(nextFrame()));
        assertEquals(List.of(0, PILOTS, PILOTS, 0), figures(audience.drainShowings()));
        watchers.forEach(watcher -> watcher.deliver(frame.tick()));
        watchers.getFirst().viewer.roster.forget();
        audience.take(new RoomNews.Captured(nextFrame()));
        RoomMessage.Watched last = audience.drainShowings();
        assertEquals(List.of(0, PILOTS, 0, 1), figures(last));
        assertEquals(1, last.showing().total(), "one frame was shown");
        assertTrue(last.bytes() > PILOTS, last.bytes() + " bytes");
    }

    private static List<Integer> figures(RoomMessage.Watched watched) {
        return List.of(watched.viewers(), watched.shown(), watched.skipped(), watched.resyncs());
    }

    private Frame nextFrame() {
        Frame frame = room.tick();
        while (frame == null) {
            frame = room.tick();
        }
        return frame;
    }
}

package dev.apsis.gateway;

import dev.apsis.engine.Room;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.Seating;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.bot.Cockpit;
import dev.apsis.protocol.bot.Heard;
import dev.apsis.protocol.bot.Lead;
import dev.apsis.protocol.bot.Papers;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Pong;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.Arena;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A cockpit some ticks away from a real room with a real audience. Stepped by hand; owned by its
 * test.
 */
final class DistantPilot {
    static final long NANOS_PER_TICK = 1_000_000_000L / 60;

    final Cockpit cockpit;
    final Room room;

    private static final RoomTiming TIMING = RoomTiming.STANDARD;

    private final SimulatedLine line = new SimulatedLine();
    private final Audience audience;
    private final Viewer viewer;
    private final Seating.Seated seated;
    private final Queue<Parcel> down = new ArrayDeque<>();
    private final Queue<Parcel> up = new ArrayDeque<>();
    private int delayTicks;

    private record Parcel(int dueTick, byte[] bytes) {}

    DistantPilot(Arena arena, int delayTicks) {
        this.delayTicks = delayTicks;
        room = new Room(new Orbit(arena, 4, 7), TIMING);
        var venue = new Venue("arena", "ffa", 4, false, true, TIMING, arena);
        audience = new Audience(venue, new OrbitLookout(), this::nanos);
        cockpit = new Cockpit(Papers.bot("Ada"), this::post, Lead.adaptive());
        var pilot = new dev.apsis.engine.game.Pilot("Ada", true);
        seated = (Seating.Seated) room.join(new RoomMessage.Join("ada", pilot, ""));
        viewer = new Viewer(line, seated.seat(), seated.link());
        audience.add(viewer);
        var welcome = new Welcome(seated.seat(), "token", "arena", 0, 2, arena);
        cockpit.connected(0);
        up.clear();
        byte[] bytes = welcome.toBytes();
        cockpit.receive(bytes, bytes.length, 0);
    }

    /** The way becomes longer or shorter from here on. */
    void moveAway(int newDelayTicks) {
        delayTicks = newDelayTicks;
    }

    /** A tick of the room, and what arrives at either end meanwhile. */
    void tick(Consumer<Cockpit> eachFrame) {
        var frame = room.tick();
        if (frame != null) {
            audience.take(new RoomNews.Captured(frame));
        }
        for (byte[] message : line.deliver()) {
            down.add(new Parcel(room.tickNumber() + delayTicks, message));
        }
        while (!down.isEmpty() && down.element().dueTick <= room.tickNumber()) {
            byte[] bytes = down.remove().bytes;
            if (cockpit.receive(bytes, bytes.length, nanos()) instanceof Heard.Frame) {
                eachFrame.accept(cockpit);
            }
        }
        while (!up.isEmpty() && up.element().dueTick <= room.tickNumber()) {
            arrive(up.remove().bytes);
        }
    }

    /** Tells the client something that the server would not. */
    Heard slip(byte[] bytes) {
        return cockpit.receive(bytes, bytes.length, nanos());
    }

    private void arrive(byte[] bytes) {
        switch (ClientMessage.read(bytes, bytes.length)) {
            case ClientMessage.Commands commands -> {
                int first = Wire.unwrap(commands.first(), room.tickNumber());
                viewer.seenTick = Wire.unwrap(commands.seen(), room.tickNumber());
                var orders =
                        new RoomMessage.Orders(
                                seated.seat(), seated.link(), first, commands.packed());
                room.order(orders, 1);
            }
            case ClientMessage.Ping ping ->
                    viewer.say(new Pong(ping.serial(), room.tickNumber(), 0));
            case ClientMessage.Resync resync -> viewer.roster.forget();
            case ClientMessage other ->
                    throw new AssertionError("unexpected: " + Objects.toString(other));
        }
    }

    private void post(byte[] bytes) {
        up.add(new Parcel((room == null ? 0 : room.tickNumber()) + delayTicks, bytes));
    }

    private long nanos() {
        return (long) (room == null ? 0 : room.tickNumber()) * NANOS_PER_TICK;
    }

    static int kind(byte[] bytes) {
        return bytes[0] & 15;
    }

    static boolean snapshot(byte[] bytes) {
        return kind(bytes) == ServerMessage.SNAPSHOT;
    }
}

package dev.apsis.gateway;

import dev.apsis.engine.Room;
import dev.apsis.engine.RoomTiming;
import dev.apsis.link.Agenda;
import dev.apsis.link.TcpLink;
import dev.apsis.link.World;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.OrbitSchema;

import io.vertx.core.buffer.Buffer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A server in virtual time: a real room, audience and connections behind virtual links. Owned by
 * its test.
 */
final class VirtualServer implements World {
    private static final RoomTiming TIMING = RoomTiming.STANDARD;

    final Agenda agenda;
    final Orbit orbit;
    final SteppedRoom room;
    final List<LinkedLine> lines = new ArrayList<>();

    private final Venue venue;
    private final Doors doors;
    private final Audiences audiences;
    private final Map<TcpLink, Connection> connections = new HashMap<>();

    VirtualServer(Agenda agenda, Arena arena, int capacity, long seed) {
        this.agenda = agenda;
        this.orbit = new Orbit(arena, capacity, seed);
        this.room = new SteppedRoom(new Room(orbit, TIMING), this::halfTicksLeft);
        this.venue = new Venue("arena", "ffa", capacity, false, true, TIMING, arena);
        this.doors =
                new Doors(
                        "",
                        0,
                        OrbitLookout::new,
                        Tokens.ofThisProcess(),
                        Set.of(),
                        "",
                        agenda::nanos);
        this.audiences = new Audiences(room, doors);
        agenda.often(TICKS_PER_SECOND, room::tick);
    }

    @Override
    public void accept(TcpLink link) {
        var line = new LinkedLine(link);
        var connection = new Connection(room, line, venue, audiences, doors);
        lines.add(line);
        connections.put(link, connection);
        agenda.after(Connection.HELLO_MILLIS * Agenda.MILLI, connection::hurry);
    }

    @Override
    public void hear(TcpLink link, byte[] message) {
        connection(link).hear(Buffer.buffer(message));
    }

    @Override
    public void closed(TcpLink link) {
        connection(link).end();
    }

    @Override
    public boolean knows(int tick) {
        return room.history.containsKey(tick);
    }

    @Override
    public int ship(int tick, int seat) {
        return knows(tick) ? frame(tick).id(OrbitSchema.SHIP, seat) : 0;
    }

    @Override
    public int field(int tick, int seat, int field) {
        Table ships = frame(tick).table(OrbitSchema.SHIP);
        return ships.rows()[ships.at(seat) + field];
    }

    private Frame frame(int tick) {
        return Objects.requireNonNull(room.history.get(tick));
    }

    private Connection connection(TcpLink link) {
        return Objects.requireNonNull(connections.get(link), "never accepted");
    }

    private int halfTicksLeft() {
        long next = (room.room.tickNumber() + 1L) * Agenda.SECOND / TICKS_PER_SECOND;
        return (int) ((next - agenda.nanos()) * 2 * TICKS_PER_SECOND / Agenda.SECOND);
    }
}

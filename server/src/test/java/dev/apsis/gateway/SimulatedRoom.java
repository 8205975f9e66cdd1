package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.Room;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.Seating;
import dev.apsis.engine.Ticker;
import dev.apsis.gateway.SimulatedPilot.Side;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.delta.Steps;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;

import io.vertx.core.buffer.Buffer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A real room with real connections and audiences whose links misbehave by a seed: they stall,
 * break, flood, babble, look away and come back with the same token while the old link still lives;
 * strangers knock; and the room wakes late, with ticks to catch up with or to drop. Stepped by
 * hand.
 */
final class SimulatedRoom {
    private static final int CAPACITY = 8;
    private static final int MOST_STALL_TICKS = 90;
    private static final int MOST_SLEEP_BEATS = 2 * Ticker.MAX_CATCH_UP;
    private static final RoomTiming TIMING = RoomTiming.STANDARD;
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

    private final Random chance;
    private final Arena arena = Arenas.lone(CAPACITY, TIMING.ticksPerSecond());
    private final Venue venue = new Venue("arena", "ffa", CAPACITY, false, true, TIMING, arena);
    private final SteppedRoom room;
    private final Doors doors;
    private final Audiences audiences;
    private final String[] tokens = new String[CAPACITY + 2];
    private final List<SimulatedPilot> pilots = new ArrayList<>();
    private final Ticker ticker = new Ticker(0, TIMING.ticksPerSecond());
    private long beats;
    private int sleepBeats;
    private long heard;
    private int strangersSentAway;

    SimulatedRoom(long seed) {
        chance = new Random(seed);
        var orbit = new Orbit(arena, CAPACITY, seed);
        room = new SteppedRoom(new Room(orbit, TIMING), () -> chance.nextInt(2));
        doors = new Doors("", 0, OrbitLookout::new, new Tokens(SECRET), Set.of(), "", this::nanos);
        audiences = new Audiences(room, doors);
        Arrays.fill(tokens, "");
    }

    int tickNumber() {
        return room.room.tickNumber();
    }

    /** A number that tells two matches apart by how they went and by what was heard of them. */
    long hash() {
        return room.room.simulation().stateHash() * 31 + heard;
    }

    int strangersSentAway() {
        return strangersSentAway;
    }

    private long nanos() {
        return beats * 1_000_000_000L / TIMING.ticksPerSecond();
    }

    /** So much time passes as a tick takes; unless the room oversleeps, it runs what is due. */
    void beat() {
        beats++;
        if (pilots.size() < CAPACITY && chance.nextInt(40) == 0) {
            join(chance.nextInt(tokens.length));
        }
        if (chance.nextInt(60) == 0) {
            letAStrangerKnock();
        }
        List.copyOf(pilots).forEach(this::misbehave);
        if (sleepBeats > 0) {
            sleepBeats--;
        } else {
            sleepBeats = chance.nextInt(100) == 0 ? chance.nextInt(MOST_SLEEP_BEATS) : 0;
            wake();
        }
        pilots.forEach(this::deliver);
        pilots.removeIf(this::ended);
    }

    /** Everything heals; then everybody must be shown the present within a few frames. */
    void settle() {
        pilots.forEach(pilot -> pilot.stall(0));
        pilots.forEach(pilot -> look(pilot, true));
        for (int i = 0; i < 40; i++) {
            beats++;
            pilots.forEach(this::order);
            wake();
            pilots.forEach(this::deliver);
        }
        for (SimulatedPilot pilot : pilots) {
            int age = tickNumber() - pilot.freshTick();
            assertTrue(
                    pilot.closed() || age <= Steps.LONGEST * TIMING.ticksPerFrame() + 1,
                    "seat " + pilot.seated.seat() + " starves");
        }
    }

    /** One of more than there are seats for; a full room says so, and to nobody else. */
    private void join(int who) {
        int schema = OrbitSchema.SCHEMA.hash();
        var hello = new ClientMessage.Hello(schema, "p" + who, tokens[who], "", false, false);
        var real = new SimulatedLine();
        var side = new Side(real, new Connection(room, real, venue, audiences, doors));
        side.connection().hear(Buffer.buffer(hello.toBytes()));
        if (real.closed()) {
            assertEquals(Refusal.FULL, assertRefused(real));
            return;
        }
        Seating.Seated seated = room.lastSeated();
        pilots.stream()
                .filter(each -> each.seated.seat() == seated.seat())
                .forEach(each -> each.cameBack = !tokens[who].isEmpty());
        var veil = new Veil(seated.seat(), chance.nextLong());
        var there = new VeiledRoom(room, seated, veil);
        var line = new SimulatedLine();
        var theirs = new Audiences(there, doors);
        var veiled = new Side(line, new Connection(there, line, venue, theirs, doors));
        veiled.connection().hear(Buffer.buffer(hello.toBytes()));
        var pilot = new SimulatedPilot(seated, side, veiled, veil, venue);
        pilot.receive(room.history);
        tokens[who] = pilot.token();
        pilots.add(pilot);
    }

    private static Refusal assertRefused(SimulatedLine line) {
        assertNotNull(line.refused(), "closed without a word");
        return line.refused().reason();
    }

    /**
     * A stranger says anything, perhaps nearly a hello, and is sent away or says no hello in time.
     */
    private void letAStrangerKnock() {
        var line = new SimulatedLine();
        var connection = new Connection(room, line, venue, audiences, doors);
        for (int i = chance.nextInt(4); i > 0; i--) {
            connection.hear(Buffer.buffer(garbage()));
        }
        connection.hurry();
        if (line.refused() != null) {
            strangersSentAway++;
            int code = line.refused().reason().closeCode();
            assertTrue(code >= 4000 && code < 5000, "close code " + code);
        }
        connection.end();
    }

    private byte[] garbage() {
        int schema = OrbitSchema.SCHEMA.hash();
        byte[] bytes =
                chance.nextBoolean()
                        ? new ClientMessage.Hello(schema, "eve", "", "", false, false).toBytes()
                        : new byte[1 + chance.nextInt(20)];
        for (int i = chance.nextInt(8); i >= 0; i--) {
            bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return bytes;
    }

    /** The line of whoever left, was replaced or was sent away is closed. */
    private boolean ended(SimulatedPilot pilot) {
        if (!pilot.closed()) {
            return false;
        }
        pilot.end();
        heard += pilot.hash();
        return true;
    }

    private void misbehave(SimulatedPilot pilot) {
        switch (chance.nextInt(200)) {
            case 0, 1 -> stall(pilot, chance.nextInt(MOST_STALL_TICKS));
            case 2 -> breakUp(pilot);
            case 3, 4 -> flood(pilot, chance.nextInt(8) == 0 ? 200 : 10);
            case 5 -> babble(pilot);
            case 6 -> look(pilot, pilot.hidden);
            case 7 -> pilot.say(new ClientMessage.Resync());
            case 8 -> pilot.say(new ClientMessage.Ping(chance.nextInt(1 << 16)));
            case 9 -> pilot.say(new ClientMessage.Say(false, "hi " + chance.nextInt()));
            case 10, 11, 12 -> {} // says nothing this time
            default -> order(pilot);
        }
    }

    /** One stall at a time: what was sent before a longer one is not remembered here. */
    private void stall(SimulatedPilot pilot, int ticks) {
        if (!pilot.stalled(tickNumber())) {
            pilot.stall(tickNumber() + ticks);
        }
    }

    /** A pilot with a seat says what is no message, or is one by chance. */
    private void babble(SimulatedPilot pilot) {
        pilot.guilty = true;
        pilot.say(garbage());
    }

    private void flood(SimulatedPilot pilot, int messages) {
        pilot.guilty |= messages > 150;
        for (int i = 0; i < messages; i++) {
            order(pilot);
        }
    }

    private void look(SimulatedPilot pilot, boolean again) {
        pilot.hidden = !again;
        pilot.say(new ClientMessage.Pause(!again));
    }

    private void breakUp(SimulatedPilot pilot) {
        if (chance.nextInt(4) == 0) {
            pilot.say(new ClientMessage.Goodbye());
        } else {
            pilots.remove(pilot);
            pilot.cut();
            heard += pilot.hash();
        }
    }

    private void order(SimulatedPilot pilot) {
        int[] wishes = {wish(), wish()};
        int first = tickNumber() + chance.nextInt(12) - 4;
        pilot.say(new ClientMessage.Commands(pilot.freshTick(), first, wishes));
    }

    private int wish() {
        return Command.of(
                        chance.nextInt(4),
                        chance.nextInt(1 << 16),
                        chance.nextInt(3) > 0,
                        chance.nextInt(9) == 0,
                        chance.nextInt(5) == 0,
                        chance.nextInt(3) == 0,
                        chance.nextInt(50) == 0)
                .packed();
    }

    private void wake() {
        for (int due = ticker.due(nanos()); due > 0; due--) {
            step();
        }
    }

    private void step() {
        Frame frame = room.tick();
        if (frame != null) {
            checkLaws(frame);
            pilots.forEach(pilot -> pilot.noteShown(frame.tick()));
            room.history.remove(frame.tick() - 2 * MOST_STALL_TICKS);
        }
    }

    private void deliver(SimulatedPilot pilot) {
        if (!pilot.stalled(tickNumber())) {
            pilot.receive(room.history);
        }
    }

    private static void checkLaws(Frame frame) {
        Table ships = frame.table(OrbitSchema.SHIP);
        for (int slot = 0; slot < ships.slots(); slot++) {
            if (ships.id(slot) != 0) {
                int hull = ships.rows()[ships.at(slot) + ShipRow.HULL];
                int energy = ships.secrets()[ships.secretAt(slot) + ShipSecret.ENERGY];
                assertTrue(hull >= 0 && hull <= 100, "hull " + hull);
                assertTrue(energy >= 0 && energy <= 25_600, "energy " + energy);
                assertEquals(slot, ships.rows()[ships.at(slot) + ShipRow.SEAT], "slot is seat");
            }
        }
    }
}

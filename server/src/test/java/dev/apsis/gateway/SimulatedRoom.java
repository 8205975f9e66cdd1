package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.Room;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.Seating;
import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A real room with a real audience whose links misbehave by a seed: they stall, break, flood, and
 * come back with the same token while the old link still lives. Stepped by hand.
 */
final class SimulatedRoom {
    private static final int CAPACITY = 8;
    private static final RoomTiming TIMING = RoomTiming.STANDARD;

    private final Random chance;
    private final Arena arena = Arenas.lone(CAPACITY, TIMING.ticksPerSecond());
    private final Room room;
    private final Audience audience;
    private final List<SimulatedPilot> pilots = new ArrayList<>();
    private final Map<Integer, Frame> history = new HashMap<>();

    SimulatedRoom(long seed) {
        chance = new Random(seed);
        room = new Room(new Orbit(arena, CAPACITY, seed), TIMING);
        var venue = new Venue("arena", "ffa", CAPACITY, false, true, TIMING, arena);
        audience = new Audience(venue, new OrbitLookout(), () -> 0);
    }

    int tickNumber() {
        return room.tickNumber();
    }

    long hash() {
        return room.simulation().stateHash();
    }

    void tick() {
        if (pilots.size() < CAPACITY && chance.nextInt(40) == 0) {
            join("pilot " + chance.nextInt(CAPACITY));
        }
        List.copyOf(pilots).forEach(this::misbehave);
        step();
        pilots.forEach(this::deliver);
    }

    /** Everything heals; then everybody must be shown the present within a few frames. */
    void settle() {
        pilots.forEach(pilot -> pilot.stall(0));
        for (int i = 0; i < 40; i++) {
            pilots.forEach(this::order);
            step();
            pilots.forEach(this::deliver);
        }
        for (SimulatedPilot pilot : pilots) {
            int age = room.tickNumber() - pilot.freshTick();
            assertTrue(
                    age <= 4 * TIMING.ticksPerFrame() + 1,
                    "seat " + pilot.seated.seat() + " starves");
        }
    }

    private void join(String session) {
        var wish = new RoomMessage.Join(session, new Pilot(session, false), "");
        Seating seating = room.join(wish);
        if (seating instanceof Seating.Full) {
            return;
        }
        Seating.Seated seated = assertInstanceOf(Seating.Seated.class, seating);
        var pilot = new SimulatedPilot(seated, arena, TIMING.ticksPerFrame());
        audience.add(pilot.viewer);
        audience.take(new RoomNews.Relinked(seated.seat(), seated.link()));
        pilots.removeIf(this::replaced);
        pilots.add(pilot);
    }

    /** One ship a session at all times: whoever was replaced has been told so. */
    private boolean replaced(SimulatedPilot pilot) {
        if (!pilot.line.closed()) {
            return false;
        }
        assertEquals(Refusal.REPLACED, Objects.requireNonNull(pilot.line.refused()).reason());
        audience.remove(pilot.viewer);
        return true;
    }

    private void misbehave(SimulatedPilot pilot) {
        switch (chance.nextInt(120)) {
            case 0 -> pilot.stall(room.tickNumber() + chance.nextInt(90));
            case 1 -> breakUp(pilot, chance.nextInt(4) == 0);
            case 2, 3 -> {
                for (int i = 0; i < 10; i++) {
                    order(pilot);
                }
            }
            case 4 -> {} // says nothing this time
            default -> order(pilot);
        }
    }

    private void breakUp(SimulatedPilot pilot, boolean forGood) {
        pilot.line.cut();
        pilots.remove(pilot);
        audience.remove(pilot.viewer);
        room.leave(new RoomMessage.Leave(pilot.seated.seat(), pilot.seated.link(), forGood));
    }

    private void order(SimulatedPilot pilot) {
        int[] wishes = {wish(), wish()};
        int first = room.tickNumber() + chance.nextInt(12) - 4;
        var orders =
                new RoomMessage.Orders(pilot.seated.seat(), pilot.seated.link(), first, wishes);
        room.order(orders, chance.nextInt(2));
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

    private void step() {
        Frame frame = room.tick();
        List<Fact> facts = room.facts();
        if (!facts.isEmpty()) {
            audience.take(new RoomNews.Happened(facts));
        }
        if (frame != null) {
            history.put(frame.tick(), frame);
            checkLaws(frame);
            audience.take(new RoomNews.Captured(frame));
        }
    }

    private void deliver(SimulatedPilot pilot) {
        if (!pilot.stalled(room.tickNumber())) {
            pilot.receive(history);
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

package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;
import dev.apsis.protocol.orbit.Command;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Whose seat is freed because nobody is at the controls, tick by tick. */
class IdlenessTest {
    private static final int THRUST =
            Command.of(Command.STRAIGHT, 0, true, false, false, false, false).packed();
    private static final int SECONDS = 3;

    private static Room room(boolean bots) {
        var idleness = new Idleness(Duration.ofSeconds(SECONDS), Duration.ZERO, bots);
        return new Room(new Orbit(Arenas.lone(4, 60), 4, 42), RoomTiming.STANDARD.with(idleness));
    }

    private static Seating.Seated join(Room room, Pilot pilot, boolean house) {
        var join = new RoomMessage.Join(pilot.name(), pilot, "", house);
        return assertInstanceOf(Seating.Seated.class, room.join(join));
    }

    /** Ticks on with a command; who lost the seat meanwhile. */
    private static List<RoomNews.Unseated> fly(Room room, Seating.Seated seated, int command) {
        int next = room.tickNumber() + 1;
        int[] packed = {command};
        room.order(new RoomMessage.Orders(seated.seat(), seated.link(), next, packed), 0);
        room.tick();
        return room.unseatIdle();
    }

    @Test
    void whoHoldsTheSameKeyForTooLongLosesTheSeatAndIsNamed() {
        Room room = room(true);
        Seating.Seated ann = join(room, new Pilot("ann", false), false);
        for (int tick = 1; tick < SECONDS * 60 + 1; tick++) {
            assertEquals(List.of(), fly(room, ann, THRUST), "tick " + tick);
        }
        // The first command was a change, in the first tick.
        assertEquals(
                List.of(new RoomNews.Unseated(ann.seat(), ann.link())), fly(room, ann, THRUST));
        assertTrue(room.people().isEmpty());
        assertInstanceOf(Seating.Seated.class, room.join(again("ann")));
    }

    private static RoomMessage.Join again(String session) {
        return new RoomMessage.Join(session, new Pilot(session, false), "");
    }

    @Test
    void oneChangeInAWhileKeepsTheSeat() {
        Room room = room(true);
        Seating.Seated ann = join(room, new Pilot("ann", false), false);
        for (int tick = 1; tick < 20 * SECONDS * 60; tick++) {
            int wish = tick / (SECONDS * 60 - 1) % 2 == 0 ? THRUST : 0;
            assertEquals(List.of(), fly(room, ann, wish), "tick " + tick);
        }
    }

    @Test
    void whoComesBackIsNotIdleAtOnce() {
        Room room = room(true);
        Seating.Seated ann = join(room, new Pilot("ann", false), false);
        for (int tick = 1; tick < SECONDS * 60; tick++) {
            fly(room, ann, THRUST);
        }
        Seating.Seated back = join(room, new Pilot("ann", false), false);
        assertEquals(ann.seat(), back.seat());
        for (int tick = 0; tick < SECONDS * 60 - 2; tick++) {
            assertEquals(List.of(), fly(room, back, THRUST), "tick " + tick);
        }
    }

    @Test
    void theHousesBotsAreNeverIdleAndOthersByTheRule() {
        for (boolean bots : new boolean[] {true, false}) {
            Room room = room(bots);
            join(room, new Pilot("of the house", true), true);
            join(room, new Pilot("bot", true), false);
            int unseated = 0;
            for (int tick = 0; tick < 2 * SECONDS * 60; tick++) {
                room.tick();
                unseated += room.unseatIdle().size();
            }
            assertEquals(bots ? 1 : 0, unseated);
        }
    }

    @Test
    void noTimeIsNever() {
        Room room =
                new Room(
                        new Orbit(Arenas.lone(4, 60), 4, 42),
                        RoomTiming.STANDARD.with(Idleness.NEVER));
        join(room, new Pilot("ann", false), false);
        for (int tick = 0; tick < 60 * 600; tick++) {
            room.tick();
        }
        assertTrue(room.unseatIdle().isEmpty());
        assertFalse(room.deserted());
    }
}

package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

import org.junit.jupiter.api.Test;

import java.util.Objects;

/** A room without sockets or clocks: we join, order and step it by hand. */
class RoomTest {
    private static final int THRUST =
            Command.of(Command.STRAIGHT, 0, true, false, false, false, false).packed();

    private final Room room = room();

    private static Room room() {
        return new Room(new Orbit(Arenas.lone(4, 60), 4, 42), RoomTiming.STANDARD);
    }

    private static Seating.Seated join(Room room, String session) {
        var join = new RoomMessage.Join(session, new Pilot(session, false), "");
        return assertInstanceOf(Seating.Seated.class, room.join(join));
    }

    private static void order(Room room, Seating.Seated seated, int tick, int... packed) {
        room.order(new RoomMessage.Orders(seated.seat(), seated.link(), tick, packed), 0);
    }

    private static int[] row(Room room, String session) {
        return room.whereabouts(session).row();
    }

    /** Steps a room until its next frame. */
    private static Frame frame(Room room) {
        Frame frame = room.tick();
        return frame != null ? frame : Objects.requireNonNull(room.tick());
    }

    @Test
    void everySecondTickHasAFrame() {
        assertNull(room.tick());
        assertEquals(2, Objects.requireNonNull(room.tick()).tick());
        assertNull(room.tick());
        assertEquals(4, Objects.requireNonNull(room.tick()).tick());
    }

    @Test
    void aShipMovesUnderItsPilotsCommands() {
        Room still = room();
        Seating.Seated flying = join(room, "ann");
        join(still, "ann");
        for (int i = 0; i < 30; i++) {
            int next = room.tickNumber() + 1;
            order(room, flying, next, THRUST, THRUST);
            assertEquals(next + 1, frame(room).ackedTick(flying.seat()));
            frame(still);
        }
        int[] flown = row(room, "ann");
        int[] drifted = row(still, "ann");
        double dx = (flown[ShipRow.X] - drifted[ShipRow.X]) / 65536.0;
        double dy = (flown[ShipRow.Y] - drifted[ShipRow.Y]) / 65536.0;
        assertTrue(Math.sqrt(dx * dx + dy * dy) > 100, "a second of thrust is over 100 units");
    }

    @Test
    void whoSendsMoreFliesNoFurther() {
        Room spammed = room();
        Seating.Seated honest = join(room, "ann");
        Seating.Seated spammer = join(spammed, "ann");
        for (int i = 0; i < 60; i++) {
            int next = room.tickNumber() + 1;
            order(room, honest, next, THRUST, THRUST);
            for (int k = 0; k < 10; k++) {
                order(spammed, spammer, next, THRUST, THRUST);
                order(spammed, spammer, next + 300, THRUST, THRUST);
                order(spammed, spammer, next - 1, THRUST, THRUST);
            }
            frame(room);
            frame(spammed);
        }
        assertArrayEquals(row(room, "ann"), row(spammed, "ann"));
    }

    @Test
    void aSilentPilotCoastsAfterAQuarterSecond() {
        Seating.Seated seated = join(room, "ann");
        order(room, seated, 1, THRUST);
        for (int i = 0; i < 7; i++) {
            frame(room);
            assertEquals(1, row(room, "ann")[ShipRow.DRIVE_B], "tick " + room.tickNumber());
        }
        frame(room);
        frame(room);
        assertEquals(0, row(room, "ann")[ShipRow.DRIVE_B]);
    }

    @Test
    void aFullRoomSaysFullAndNeverOverbooks() {
        for (String session : new String[] {"ann", "bob", "cid", "dee"}) {
            join(room, session);
        }
        var more = new RoomMessage.Join("eve", new Pilot("eve", false), "");
        assertEquals(new Seating.Full(4), room.join(more));
    }

    @Test
    void peopleTakeTheSeatsOfHouseBotsInAFullRoom() {
        for (int i = 0; i < 4; i++) {
            room.join(
                    new RoomMessage.Join("house bot " + i, new Pilot("bot " + i, true), "", true));
        }
        frame(room);
        assertInstanceOf(
                Seating.Full.class,
                room.join(new RoomMessage.Join("house bot 9", new Pilot("b", true), "", true)));
        assertEquals(3, join(room, "ann").seat());
        assertEquals(4, room.people().size());
        assertEquals("ann", room.people().get(3).pilot().name());
    }

    @Test
    void aPasswordIsAskedOfWhoeverHasNoSeatYet() {
        Room locked =
                new Room(
                        new Orbit(Arenas.lone(4, 60), 4, 42),
                        RoomTiming.STANDARD,
                        new EntryRules("sesame", BotPolicy.OPEN));
        var ann = new Pilot("ann", false);
        var guess = new RoomMessage.Join("ann", ann, "please");
        assertEquals(new Seating.WrongPassword(), locked.join(guess));
        assertInstanceOf(
                Seating.Seated.class, locked.join(new RoomMessage.Join("ann", ann, "sesame")));
        assertInstanceOf(Seating.Seated.class, locked.join(guess));
    }

    @Test
    void aReconnectKeepsTheSeatAndTheShip() {
        Seating.Seated before = join(room, "ann");
        frame(room);
        int id = room.whereabouts("ann").id();
        room.leave(new RoomMessage.Leave(before.seat(), before.link(), false));
        for (int i = 0; i < 30; i++) {
            frame(room);
        }
        Seating.Seated after = join(room, "ann");
        assertEquals(before.seat(), after.seat());
        assertNotEquals(before.link(), after.link());
        frame(room);
        assertEquals(id, room.whereabouts("ann").id());
    }

    @Test
    void aLeftSeatIsGivenUpAfterTheGraceTime() {
        Seating.Seated seated = join(room, "ann");
        frame(room);
        room.leave(new RoomMessage.Leave(seated.seat(), seated.link(), false));
        for (int tick = 0; tick < 60 * 20; tick++) {
            room.tick();
        }
        assertEquals(1, room.people().size());
        room.tick();
        assertEquals(0, room.people().size());
    }

    @Test
    void whoLeavesForGoodFreesTheSeatAtOnce() {
        Seating.Seated seated = join(room, "ann");
        frame(room);
        room.leave(new RoomMessage.Leave(seated.seat(), seated.link(), true));
        room.tick();
        assertEquals(0, room.people().size());
        assertEquals(0, frame(room).id(0, seated.seat()));
    }

    @Test
    void aSeatItsTakerNeverHeardOfIsFreeAtOnce() {
        room.takeBack(join(room, "ann"));
        room.tick();
        assertTrue(room.people().isEmpty());
    }

    @Test
    void aReturnNobodyHeardOfLeavesTheSeatToWhoComesAgain() {
        join(room, "ann");
        frame(room);
        int id = room.whereabouts("ann").id();
        Seating.Seated unheard = join(room, "ann");
        Seating.Seated heard = join(room, "ann");
        room.takeBack(unheard);
        for (int tick = 0; tick < 60 * 30; tick++) {
            room.tick();
        }
        assertEquals(1, room.people().size(), "an older link takes nothing back");
        room.takeBack(heard);
        room.tick();
        assertEquals(1, room.people().size(), "the seat is kept for a while");
        assertNotEquals(0, id);
    }

    @Test
    void anOldLinkNeitherCommandsNorLeaves() {
        Seating.Seated old = join(room, "ann");
        Seating.Seated current = join(room, "ann");
        assertEquals(old.seat(), current.seat());
        room.leave(new RoomMessage.Leave(old.seat(), old.link(), true));
        order(room, old, 1, THRUST, THRUST);
        frame(room);
        assertEquals(1, room.people().size());
        assertEquals(0, row(room, "ann")[ShipRow.DRIVE_B]);
    }

    @Test
    void theSameSeedAndCommandsGiveTheSameWorld() {
        Room twin = room();
        for (Room each : new Room[] {room, twin}) {
            Seating.Seated ann = join(each, "ann");
            join(each, "bob");
            for (int tick = 1; tick < 600; tick++) {
                order(each, ann, tick, tick % 7 == 0 ? THRUST : 0);
                each.tick();
            }
        }
        assertEquals(room.simulation().stateHash(), twin.simulation().stateHash());
    }
}

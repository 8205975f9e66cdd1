package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;

import org.junit.jupiter.api.Test;

/** Which seats are for programs. */
class BotPolicyTest {
    private static final int SEATS = 2;

    private static Room room(BotPolicy policy) {
        return new Room(
                new Orbit(Arenas.lone(SEATS, 60), SEATS, 42),
                RoomTiming.STANDARD,
                new EntryRules("", policy));
    }

    private static Seating join(Room room, String name, boolean bot) {
        return room.join(new RoomMessage.Join(name, new Pilot(name, bot), ""));
    }

    @Test
    void anOpenRoomTreatsBotsLikePeople() {
        Room room = room(BotPolicy.OPEN);
        assertInstanceOf(Seating.Seated.class, join(room, "r2", true));
        assertInstanceOf(Seating.Seated.class, join(room, "ann", false));
        assertEquals(new Seating.Full(SEATS), join(room, "bob", false));
        assertEquals(-1, room.drainYielded());
    }

    @Test
    void aRoomWithoutBotsStillHasThoseOfTheHouse() {
        Room room = room(BotPolicy.NONE);
        assertEquals(new Seating.NoBots(), join(room, "r2", true));
        assertInstanceOf(Seating.Seated.class, join(room, "ann", false));
        var house = new RoomMessage.Join("house", new Pilot("house", true), "", true);
        assertInstanceOf(Seating.Seated.class, room.join(house));
    }

    @Test
    void aRoomForBotsSeatsNobodyElseButLetsThemWatch() {
        Room room = room(BotPolicy.ONLY);
        assertEquals(new Seating.OnlyBots(), join(room, "ann", false));
        assertInstanceOf(Seating.Watching.class, room.watch(new RoomMessage.Watch("")));
        assertInstanceOf(Seating.Seated.class, join(room, "r2", true));
    }

    @Test
    void botsThatFillARoomMakeWayForPeopleOnly() {
        Room room = room(BotPolicy.FILL);
        assertInstanceOf(Seating.Seated.class, join(room, "r2", true));
        var last = assertInstanceOf(Seating.Seated.class, join(room, "c3", true));
        assertEquals(new Seating.Full(SEATS), join(room, "bb", true));
        var ann = assertInstanceOf(Seating.Seated.class, join(room, "ann", false));
        assertEquals(last.seat(), ann.seat());
        assertEquals(last.seat(), room.drainYielded());
        assertEquals(-1, room.drainYielded(), "told once");
        assertInstanceOf(Seating.Seated.class, join(room, "bob", false));
        assertEquals(new Seating.Full(SEATS), join(room, "eve", false));
    }

    @Test
    void whoHasASeatKeepsItWhateverThePolicySays() {
        Room room = room(BotPolicy.FILL);
        var before = assertInstanceOf(Seating.Seated.class, join(room, "r2", true));
        var after = assertInstanceOf(Seating.Seated.class, join(room, "r2", true));
        assertEquals(before.seat(), after.seat());
        assertEquals(-1, room.drainYielded());
    }
}

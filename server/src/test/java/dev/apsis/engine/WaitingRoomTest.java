package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Whom a room that waits for bots waits for. */
class WaitingRoomTest {
    private final Room room = new Room(new Orbit(Arenas.lone(4, 60), 4, 42), RoomTiming.STANDARD);

    @Test
    void aBotWithAShipIsAwaitedUntilItCommandsTheNextTick() {
        Seating.Seated bot = join("bot", /* bot= */ true, /* house= */ false);
        assertEquals(List.of(), room.awaited(), "it has no ship yet");
        frame();
        assertEquals(List.of("bot"), room.awaited());
        order(bot, room.tickNumber() + 1, 0, 0);
        assertEquals(List.of(), room.awaited());
        frame();
        assertEquals(List.of("bot"), room.awaited());
        order(bot, room.tickNumber(), 0);
        assertEquals(List.of("bot"), room.awaited(), "that was for a tick that is over");
    }

    @Test
    void nobodyElseIsAwaited() {
        join("person", /* bot= */ false, /* house= */ false);
        join("house", /* bot= */ true, /* house= */ true);
        Seating.Seated gone = join("gone", /* bot= */ true, /* house= */ false);
        frame();
        assertEquals(List.of("gone"), room.awaited());
        room.leave(new RoomMessage.Leave(gone.seat(), gone.link(), false));
        assertEquals(List.of(), room.awaited());
    }

    @Test
    void whoWasGivenUpIsAwaitedAgainOnceItCommands() {
        Seating.Seated bot = join("bot", /* bot= */ true, /* house= */ false);
        frame();
        room.giveUpAwaited();
        frame();
        assertEquals(List.of(), room.awaited());
        order(bot, room.tickNumber() + 1, 0);
        frame();
        assertEquals(List.of("bot"), room.awaited());
    }

    private Seating.Seated join(String name, boolean bot, boolean house) {
        var join = new RoomMessage.Join(name, new Pilot(name, bot), "", house);
        return assertInstanceOf(Seating.Seated.class, room.join(join));
    }

    private void order(Seating.Seated seated, int tick, int... packed) {
        room.order(new RoomMessage.Orders(seated.seat(), seated.link(), tick, packed), 0);
    }

    private void frame() {
        room.tick();
        room.tick();
    }
}

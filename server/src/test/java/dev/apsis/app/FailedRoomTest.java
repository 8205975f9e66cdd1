package dev.apsis.app;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.engine.ByReference;
import dev.apsis.engine.EntryRules;
import dev.apsis.engine.Idleness;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomVerticle;
import dev.apsis.engine.VoteRules;
import dev.apsis.log.Ear;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.GameSettings;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What a room's failing means to people in it, and in the room beside it, over real sockets. */
@ExtendWith(VertxExtension.class)
class FailedRoomTest {
    /** Which no room can reckon with: its next look at who is idle fails, within a tick. */
    private static final Idleness TOO_LONG =
            new Idleness(Duration.ofSeconds(Long.MAX_VALUE), Duration.ZERO, true);

    private final Ear ear = new Ear(RoomVerticle.class);
    private final List<PilotClient> pilots = new ArrayList<>();
    private Vertx vertx;
    private int port;

    @BeforeEach
    void start(Vertx given) {
        vertx = given;
        GameSettings game = GameSettings.freeForAll(Arenas.lone(4, 60), 4);
        List<RoomPlan> rooms =
                List.of(new RoomPlan("arena", game, /* bots= */ 2), new RoomPlan("calm", game, 0));
        var start = new Server.Start("127.0.0.1", 0, "", 4, game.arena(), 7);
        Server.Start settings =
                start.with(new House(rooms, House.OnDemand.STANDARD, ZoneOffset.UTC))
                        .with(new Upkeep(20, 1000, Integer.MAX_VALUE));
        port = done(Server.start(given, settings, 2)).port();
    }

    @AfterEach
    void hangUp() {
        ear.close();
        pilots.forEach(PilotClient::close);
    }

    private PilotClient connect(String room) {
        PilotClient pilot = PilotClient.connect(vertx, port, room);
        pilots.add(pilot);
        return pilot.say(hello("ann", ""));
    }

    private void failArena() {
        var poison = new RoomMessage.Amend(EntryRules.NONE, TOO_LONG, VoteRules.STANDARD);
        vertx.eventBus().send(RoomAddress.commands("arena.1"), poison, ByReference.DELIVERY);
    }

    @Test
    void itsPeopleAreToldItIsOpenedAnewAndNobodyElseNotices() {
        PilotClient ann = connect("arena").until(PilotClient::flies);
        PilotClient bob = connect("calm").answering().until(PilotClient::flies);
        failArena();
        ann.until(PilotClient::closed);
        assertEquals(Refusal.ROOM_CLOSED, ann.refused().reason());
        assertEquals(Refusal.ROOM_CLOSED.closeCode(), ann.closeCode());
        String line = ear.next();
        assertTrue(line.startsWith("SEVERE: a room failed"), line);
        assertTrue(line.contains(" room=arena.1 seed=7 tick="), line);

        int failedTick = Integer.parseInt(line.replaceAll(".* tick=(\\d+) .*", "$1"));
        PilotClient again = flyOnceOpen();
        assertTrue(again.welcome().tick() < failedTick + 60, "another match, from its beginning");
        again.until(pilot -> pilot.people().people().size() == 2);

        int seenTick = bob.mirror().tick();
        bob.until(pilot -> pilot.mirror().tick() > seenTick + 60);
        assertEquals(1, bob.welcomes());
        assertFalse(bob.closed());
        connect("calm").until(PilotClient::flies);
    }

    /** Until another room has its name who comes is told that it is closed. */
    private PilotClient flyOnceOpen() {
        PilotClient pilot = connect("arena");
        while (pilot.until(each -> each.closed() || each.flies()).closed()) {
            assertEquals(Refusal.ROOM_CLOSED, pilot.refused().reason());
            pilot = connect("arena");
        }
        return pilot;
    }
}

package dev.apsis.app;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;
import static dev.apsis.PilotClient.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.config.LiveSettings;
import dev.apsis.config.LiveSettings.Outcome;
import dev.apsis.config.Reading;
import dev.apsis.config.Sources;
import dev.apsis.engine.Idleness;
import dev.apsis.engine.RoomTiming;
import dev.apsis.gateway.Tokens;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Rooms that change as they are configured anew, with people in them, over real sockets. */
@ExtendWith(VertxExtension.class)
class LiveRoomsTest {
    private static final String FRIDAY_NOON = "2026-11-20T12:00:00Z";

    private final List<PilotClient> pilots = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse(FRIDAY_NOON));
    @TempDir private Path folder;
    private Vertx vertx;
    private LiveSettings live = LiveSettings.standard();
    private int port;

    @BeforeEach
    void start(Vertx given) {
        vertx = given;
    }

    @AfterEach
    void hangUp() {
        pilots.forEach(PilotClient::close);
    }

    private void write(String yaml) {
        try {
            String local = "server: {host: 127.0.0.1, port: 0, time-zone: UTC}\n";
            Files.writeString(folder.resolve("apsis.yaml"), local + yaml);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private void serve(String yaml) {
        serve(yaml, RoomTiming.STANDARD);
    }

    private void serve(String yaml, RoomTiming timing) {
        write(yaml);
        var sources = new Sources(folder.resolve("apsis.yaml"), Map.of(), Map.of());
        Reading reading = sources.read();
        assertEquals(List.of(), reading.problems());
        live = new LiveSettings(sources, reading);
        var upkeep = new Upkeep(20, 1000, Integer.MAX_VALUE, now::get);
        Server.Start start =
                Plans.start(reading.settings(), Tokens.ofThisProcess(), 7).with(upkeep);
        if (!timing.equals(RoomTiming.STANDARD)) {
            start = start.with(timing);
        }
        Server server = done(Server.start(vertx, start, 2));
        live.onChange(settings -> server.amend(Plans.house(settings)));
        port = server.port();
    }

    private void reload(String yaml) {
        write(yaml);
        assertTrue(live.reload() instanceof Outcome.Applied);
    }

    private PilotClient connect(String room, String name, String password) {
        PilotClient pilot = PilotClient.connect(vertx, port, room);
        pilots.add(pilot);
        return pilot.say(person(name, password));
    }

    private PilotClient fly(String room, String name) {
        return connect(room, name, "").until(PilotClient::flies);
    }

    /** Connects until the room is there. */
    private PilotClient flyOnceOpen(String room, String name) {
        PilotClient pilot = connect(room, name, "");
        while (pilot.until(each -> each.closed() || each.flies()).closed()) {
            assertEquals(Refusal.NO_ROOM, pilot.refused().reason());
            pilot = connect(room, name, "");
        }
        return pilot;
    }

    /** Whoever asks while a room is replaced connects again, as it is told to. */
    private PilotClient flyOnceReplaced(String room, String name) {
        PilotClient pilot = connect(room, name, "");
        while (pilot.until(each -> each.closed() || each.flies()).closed()) {
            assertEquals(Refusal.DRAINING, pilot.refused().reason());
            pilot = connect(room, name, "");
        }
        return pilot;
    }

    private static ClientMessage say(String text) {
        return new ClientMessage.Say(/* team= */ false, text);
    }

    @Test
    void fiftyStayConnectedWhenLiveSettingsChange() {
        serve("room: {capacity: 64}");
        for (int i = 0; i < 50; i++) {
            fly("arena", "pilot " + i);
        }
        reload(
                """
                room: {capacity: 64, motd: welcome, password: xyzzy, chat: 'off', bots: 52,
                       idle-seconds: 600}
                """);
        PilotClient ann = pilots.get(0);
        ann.until(pilot -> pilot.people().people().size() == 52);
        ann.say(say("hello?")).until(pilot -> pilot.notice().contains("nobody speaks"));
        assertEquals(
                Refusal.PASSWORD,
                connect("arena", "eve", "").until(PilotClient::closed).refused().reason());
        PilotClient bob = connect("arena", "bob", "xyzzy").until(PilotClient::flies);
        bob.until(pilot -> pilot.notice().equals("welcome"));
        for (PilotClient pilot : pilots.subList(0, 50)) {
            assertFalse(pilot.closed());
            assertEquals(1, pilot.welcomes());
        }
    }

    @Test
    void aRoomThatIsAddedOpensAndOneThatIsTakenAwayClosesWithItsRound() {
        serve("rooms: {old: }");
        PilotClient ann = fly("old", "ann");
        reload("rooms: {fresh: {bots: 2}}");
        flyOnceOpen("fresh", "bob");
        ann.until(pilot -> pilot.notice().contains("closes with the round"));
        assertEquals(
                Refusal.NO_ROOM,
                connect("old", "cy", "").until(PilotClient::closed).refused().reason());
        assertFalse(ann.closed());
    }

    @Test
    void aVoteBeginsTheNextTurnAndEverybodyGoesThereOnTheSameSocket() {
        serve("room: {rotation: [ffa@lone, teams-3@cluster], bots: 3}");
        PilotClient ann = fly("arena", "ann");
        PilotClient bob = fly("arena", "bob");
        int bodies = ann.welcome().arena().bodies().size();
        ann.say(say("/vote next"));
        bob.until(pilot -> pilot.notice().contains("/yes or /no")).say(say("/yes"));
        for (PilotClient pilot : pilots) {
            pilot.until(each -> each.welcomes() == 2).until(PilotClient::flies);
            assertTrue(pilot.welcome().arena().bodies().size() > bodies);
            assertTrue(pilot.welcome().seat() >= 0);
            pilot.until(each -> each.people().people().stream().allMatch(who -> who.team() > 0));
            assertFalse(pilot.closed());
        }
    }

    /** Ten times as fast as usual, so that a podium lasts little more than a second. */
    @Test
    void theNextTurnBeginsWhenTheRoundHasEnded() {
        var hurried = new RoomTiming(600, 10, Duration.ZERO, Duration.ZERO, Idleness.NEVER, false);
        serve("room: {rotation: [ffa@lone, teams-2@cluster]}", hurried);
        ClientMessage.Hello hello = hello("", "");
        PilotClient watcher = PilotClient.connect(vertx, port, "arena");
        pilots.add(watcher);
        watcher.say(hello.watching()).until(PilotClient::welcomed);
        int bodies = watcher.welcome().arena().bodies().size();
        PilotClient ann = fly("arena", "ann");
        ann.say(new ClientMessage.Goodbye()).until(PilotClient::closed);
        watcher.until(pilot -> pilot.welcomes() == 2);
        assertTrue(watcher.welcome().arena().bodies().size() > bodies);
        assertTrue(watcher.welcome().seat() < 0);
    }

    @Test
    void whoIsVotedOutIsSentAwayAndStaysOut() {
        serve("room: {}");
        PilotClient ann = fly("arena", "ann");
        PilotClient bob = fly("arena", "bob");
        PilotClient eve = fly("arena", "Eve the Bad");
        String token = eve.welcome().token();
        ann.say(say("/vote kick eve the bad"));
        bob.until(pilot -> pilot.notice().contains("kick Eve")).say(say("/yes"));
        eve.until(PilotClient::closed);
        assertEquals(Refusal.KICKED, eve.refused().reason());
        PilotClient again = PilotClient.connect(vertx, port, "arena").say(hello("x", token));
        assertEquals(Refusal.KICKED, again.until(PilotClient::closed).refused().reason());
    }

    @Test
    void aWordTheRoomDoesNotKnowIsExplained() {
        serve("room: {}");
        PilotClient ann = fly("arena", "ann");
        ann.say(say("/vote lunch")).until(pilot -> pilot.notice().contains("/vote kick NAME"));
    }

    @Test
    void whoFindsNoSeatInASmallerTurnWatchesAndPlaysAgainAfterIt() {
        serve("room: {rotation: [ffa, duel], vote-cooldown-seconds: 0, vote-percent: 1}");
        for (String name : List.of("ann", "bob", "cy")) {
            fly("arena", name);
        }
        pilots.get(0).say(say("/vote next"));
        pilots.forEach(pilot -> pilot.until(each -> each.welcomes() == 2));
        long seated = pilots.stream().filter(each -> each.welcome().seat() >= 0).count();
        assertEquals(2, seated);
        PilotClient pilot =
                pilots.stream()
                        .filter(each -> each.welcome().seat() >= 0)
                        .findFirst()
                        .orElseThrow();
        pilot.say(say("/vote next"));
        pilots.forEach(each -> each.until(one -> one.welcomes() == 3).until(PilotClient::flies));
    }

    @Test
    void anEmptyRoomIsPlayedOtherwiseAtOnceWhenItIsConfiguredSo() {
        serve("room: {capacity: 4}");
        reload("room: {capacity: 2, mode: teams}");
        PilotClient ann = flyOnceReplaced("arena", "ann");
        while (ann.until(pilot -> !pilot.people().people().isEmpty())
                        .people()
                        .people()
                        .get(0)
                        .team()
                == 0) {
            ann.say(new ClientMessage.Goodbye()).until(PilotClient::closed);
            ann = flyOnceReplaced("arena", "ann");
        }
    }

    @Test
    void aRoomIsOpenInItsHoursOnly() {
        serve("rooms: {always: , evening: {schedule: [fri 18:00-20:00]}}");
        assertEquals(
                Refusal.NO_ROOM,
                connect("evening", "ann", "").until(PilotClient::closed).refused().reason());
        now.set(Instant.parse("2026-11-20T18:00:00Z"));
        PilotClient ann = flyOnceOpen("evening", "ann");
        now.set(Instant.parse("2026-11-20T20:00:00Z"));
        ann.until(pilot -> pilot.notice().contains("closes with the round"));
    }
}

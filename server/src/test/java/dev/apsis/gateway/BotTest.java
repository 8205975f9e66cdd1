package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.protocol.bot.Bot;
import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Hangar;
import dev.apsis.protocol.bot.Papers;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.View;
import dev.apsis.protocol.bot.pilots.Drifter;
import dev.apsis.protocol.bot.pilots.Hunter;
import dev.apsis.protocol.bot.pilots.Orbiter;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.OrbitSchema;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Bots of the SDK against the whole server, over real sockets. */
@ExtendWith(VertxExtension.class)
class BotTest {
    private static final int PATIENCE_SECONDS = 20;

    private Vertx vertx;
    private Hangar hangar;
    private URI room;
    private int port;

    /** A pilot that tells the test what it saw. */
    private static final class Reporter implements Pilot {
        final BlockingQueue<View> views = new LinkedBlockingQueue<>();
        final BlockingQueue<Welcome> welcomes = new LinkedBlockingQueue<>();
        private final Pilot pilot;

        Reporter(Pilot pilot) {
            this.pilot = pilot;
        }

        @Override
        public Command fly(View view) {
            views.add(view);
            return pilot.fly(view);
        }

        @Override
        public void joined(Welcome welcome) {
            welcomes.add(welcome);
        }

        View view(int number) {
            View view = next(views);
            for (int i = 1; i < number; i++) {
                view = next(views);
            }
            return view;
        }
    }

    private static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came");
            }
            return next;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @BeforeEach
    void start(Vertx given) {
        vertx = given;
        var game = GameSettings.of(Game.FFA, 2, 3, 60);
        var start = new Server.Start("127.0.0.1", 0, Set.of(), "arena", game, 0, 7);
        port = done(Server.start(given, start, 2)).port();
        room = address("arena");
        hangar = new Hangar(2);
    }

    private URI address(String name) {
        return URI.create("ws://127.0.0.1:" + port + "/play/" + name);
    }

    /** Opens a room for three with a policy for bots. */
    private URI open(String policy) throws IOException, InterruptedException {
        String wish = "{\"name\":\"den\",\"capacity\":3,\"botPolicy\":\"%s\"}".formatted(policy);
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/rooms"))
                        .POST(HttpRequest.BodyPublishers.ofString(wish))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(201, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("\"botPolicy\":\"" + policy + '"'), answer.body());
        }
        return address("den");
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void theExamplesFlyInOneArenaAndSeeEachOther() {
        var hunter = new Reporter(new Hunter());
        hangar.launch(room, Papers.bot("hunter"), hunter);
        hangar.launch(room, Papers.bot("drifter"), new Drifter());
        hangar.launch(room, Papers.bot("orbiter"), new Orbiter());
        View first = hunter.view(1);
        View later = hunter.view(60);
        while (later.people().size() < 3) {
            later = hunter.view(1);
        }
        assertTrue(later.people().stream().allMatch(person -> person.bot()), "all say so");
        assertNotEquals(first.me().x(), later.me().x());
        assertEquals(3, hangar.bots().size());
        assertEquals(0, hangar.bots().getFirst().counts().desyncs());
    }

    @Test
    void commandsReachTheShipInTime() {
        var pilot = new Reporter(view -> Command.coast().turnLeft().thrust());
        hangar.launch(room, Papers.bot("ann"), pilot);
        View view = pilot.view(1);
        while (!view.me().thrusting() || view.me().rudder() != 1) {
            view = pilot.view(1);
        }
        assertTrue(view.timing().leadTicks() > 0);
    }

    @Test
    void aSlowPilotMissesFramesButItsLastCommandGoesOn() throws InterruptedException {
        var gate = new CountDownLatch(1);
        var pilot = new Reporter(view -> Command.coast().thrust());
        Pilot slow =
                view -> {
                    Command command = pilot.fly(view);
                    if (pilot.views.size() == 5) {
                        await(gate);
                    }
                    return command;
                };
        Bot bot = hangar.launch(room, Papers.bot("slow"), slow);
        PilotClient other = PilotClient.connect(vertx, port, "arena");
        other.say(hello("bob", "")).until(PilotClient::flies);
        other.until(client -> bot.counts().missed() > 10);
        gate.countDown();
        View late = pilot.view(6);
        assertTrue(late.timing().missedFrames() > 10, "it is told");
        View before = pilot.view(1);
        assertTrue(before.tick() > late.tick(), "and asked about what is newest");
        other.close();
    }

    private static void await(CountDownLatch gate) {
        try {
            assertTrue(gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void aCutConnectionComesBackToTheSameSeat() {
        var pilot = new Reporter(view -> Command.coast());
        Bot bot = hangar.launch(room, Papers.bot("ann"), pilot);
        Welcome before = next(pilot.welcomes);
        PilotClient thief = PilotClient.connect(vertx, port, "arena");
        thief.say(hello("ann", bot.token())).until(PilotClient::welcomed);
        assertEquals(before.seat(), thief.welcome().seat());
        var failure = assertThrows(IllegalStateException.class, bot::join);
        assertTrue(failure.toString().contains(Refusal.REPLACED.text()), failure::toString);
        thief.close();
        Papers papers = Papers.bot("ann").withToken(thief.welcome().token());
        hangar.launch(room, papers, pilot);
        assertEquals(before.seat(), next(pilot.welcomes).seat());
    }

    @Test
    void aPilotThatThrowsIsTakenOut() {
        Bot bot =
                Bot.fly(
                        room,
                        "bad",
                        view -> {
                            throw new IllegalArgumentException("of no use");
                        });
        var failure = assertThrows(IllegalStateException.class, bot::join);
        assertTrue(failure.toString().contains("of no use"), failure::toString);
    }

    @Test
    void anUnknownRoomAndAWrongAddressAreSaidInWords() {
        URI nowhere = URI.create("ws://127.0.0.1:" + port + "/play/nowhere");
        Bot bot = Bot.fly(nowhere, "ann", new Drifter());
        var failure = assertThrows(IllegalStateException.class, bot::join);
        assertTrue(failure.toString().contains("no such room"), failure::toString);
        var wrong = URI.create("ws://127.0.0.1/arena");
        assertThrows(IllegalArgumentException.class, () -> Bot.fly(wrong, "ann", new Drifter()));
    }

    @Test
    void aRoomForPeopleRefusesBots() throws IOException, InterruptedException {
        Bot bot = hangar.launch(open("none"), Papers.bot("r2"), new Drifter());
        var failure = assertThrows(IllegalStateException.class, bot::join);
        assertTrue(failure.toString().contains(Refusal.NO_BOTS.text()), failure::toString);
    }

    @Test
    void aRoomForBotsRefusesPeople() throws IOException, InterruptedException {
        open("only");
        PilotClient ann = PilotClient.connect(vertx, port, "den");
        ann.say(person("ann")).until(PilotClient::closed);
        assertEquals(Refusal.ONLY_BOTS.closeCode(), ann.closeCode());
        ann.close();
    }

    @Test
    void aBotThatFillsTheRoomMakesWayForAPersonAndComesBack()
            throws IOException, InterruptedException {
        URI den = open("fill");
        var last = new Reporter(new Drifter());
        for (Reporter pilot :
                List.of(new Reporter(new Drifter()), new Reporter(new Drifter()), last)) {
            hangar.launch(den, Papers.bot("r2"), pilot);
            assertTrue(next(pilot.welcomes).seat() >= 0);
        }
        PilotClient ann = PilotClient.connect(vertx, port, "den");
        ann.say(person("ann")).until(PilotClient::flies);
        assertEquals(2, ann.welcome().seat(), "the last bot's seat");
        ann.say(new ClientMessage.Goodbye()).until(PilotClient::closed);
        assertEquals(2, next(last.welcomes).seat(), "it tried again");
        ann.close();
    }

    private static ClientMessage.Hello person(String name) {
        int schema = OrbitSchema.SCHEMA.hash();
        return new ClientMessage.Hello(
                schema, name, "", "", /* spectate= */ false, /* bot= */ false);
    }
}

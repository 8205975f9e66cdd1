package dev.apsis.app;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;
import static dev.apsis.PilotClient.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.engine.RoomTiming;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Wire;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Set;

/** A real room over a real socket waits for a bot that stands at a breakpoint. */
@ExtendWith(VertxExtension.class)
class WaitForBotsTest {
    private static final int[] COAST = {0, 0};
    private static final int A_WHILE = 100;

    private Vertx vertx;
    private HttpClientAgent http;
    private int port;

    @BeforeEach
    void start(Vertx given) {
        vertx = given;
        http = given.createHttpClient();
        GameSettings game = GameSettings.of(Game.FFA, 2, 4, 60);
        var start =
                new Server.Start("127.0.0.1", 0, Set.of(), "arena", game, 0, 7)
                        .with(RoomTiming.STANDARD.waitingForBots(true));
        port = done(Server.start(given, start, 2)).port();
    }

    @AfterEach
    void hangUp() {
        done(http.close());
    }

    @Test
    void theRoomStandsStillUntilTheBotHasSpoken() {
        PilotClient bot = join("arena", "bot", true);
        int tick = bot.mirror().tick();
        int frames = bot.snapshots();
        bot.until(pilot -> pilot.notice().equals("waiting for bot"));
        bot.until(pilot -> pilot.snapshots() > frames);
        assertEquals(tick, bot.mirror().tick(), "it is shown the same frame again");
        for (int i = 0; i < 20; i++) {
            int now = bot.mirror().tick();
            bot.say(new ClientMessage.Commands(now, now + 1, COAST));
            bot.until(pilot -> pilot.mirror().tick() > now);
        }
        assertEquals(tick + 40, bot.mirror().tick(), "one frame for each command");
        assertEquals(0, bot.mirror().desyncs());
        bot.close();
    }

    @Test
    void peopleAndHouseBotsAreNotWaitedFor() {
        PilotClient person = join("arena", "ann", false);
        int frames = person.snapshots();
        person.until(pilot -> pilot.snapshots() > frames + 10);
        person.close();
    }

    @Test
    void whoSpeaksJsonIsWaitedForInTheNextMatchAsInTheOneBefore() {
        var bot = new JsonBot();
        WebSocketClient client = vertx.createWebSocketClient();
        WebSocket socket = done(client.connect(jsonTo("arena")));
        bot.greet(socket);
        done(bot.first.future());
        PilotClient person = join("arena", "ann", false);
        person.say(new ClientMessage.Say(/* team= */ false, "/vote restart"));
        done(bot.second.future());
        person.close();
        done(client.close());
    }

    private WebSocketConnectOptions jsonTo(String room) {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/play/" + room)
                .addSubProtocol(Wire.JSON_SUBPROTOCOL);
    }

    /** It answers whatever it is shown, and knows when it has flown for a while in two matches. */
    private static final class JsonBot {
        final Promise<Integer> first = Promise.promise();
        final Promise<Integer> second = Promise.promise();
        private int welcomes;

        void greet(WebSocket socket) {
            socket.textMessageHandler(text -> answer(socket, new JsonObject(text)));
            String hello = "{\"kind\":\"hello\",\"name\":\"bot\",\"bot\":true}";
            var unused = socket.writeTextMessage(hello);
        }

        private void answer(WebSocket socket, JsonObject told) {
            switch (told.getString("kind")) {
                case "welcome" -> welcomes++;
                case "world" -> {
                    var unused = socket.writeTextMessage("{\"kind\":\"command\",\"turn\":1}");
                    int tick = told.getInteger("tick");
                    if (tick >= A_WHILE) {
                        (welcomes == 1 ? first : second).tryComplete(tick);
                    }
                }
                default -> {}
            }
        }
    }

    @Test
    void onlyPrivateRoomsMayWait() {
        JsonObject refused = open("{\"name\":\"den\",\"waitForBots\":true}");
        assertTrue(refused.getString("detail").contains("waitForBots is for private rooms"));
        assertEquals("den", open(den("\"listed\":false")).getString("id"));
        PilotClient bot = join("den", "bot", true);
        bot.until(pilot -> pilot.notice().equals("waiting for bot"));
        bot.close();
        JsonObject rooms = ask(HttpMethod.GET, "");
        assertEquals(0, rooms.getJsonArray("rooms").size(), "neither this nor the server's own");
    }

    private static String den(String more) {
        return "{\"name\":\"den\",\"waitForBots\":true," + more + "}";
    }

    private JsonObject open(String wish) {
        return ask(HttpMethod.POST, wish);
    }

    private JsonObject ask(HttpMethod method, String body) {
        return done(
                http.request(method, port, "127.0.0.1", "/api/rooms")
                        .compose(request -> request.send(body).compose(HttpClientResponse::body))
                        .map(JsonObject::new));
    }

    private PilotClient join(String room, String name, boolean bot) {
        ClientMessage hello = bot ? hello(name, "") : person(name, "");
        return PilotClient.connect(vertx, port, room).say(hello).until(PilotClient::flies);
    }
}

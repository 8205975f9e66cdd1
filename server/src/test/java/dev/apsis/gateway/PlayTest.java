package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;
import static dev.apsis.PilotClient.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;

/** The whole server behind real sockets, with two gateways on two event loops. */
@ExtendWith(VertxExtension.class)
class PlayTest {
    private static final int THRUST =
            Command.of(Command.STRAIGHT, 0, true, false, false, false, false).packed();

    private final List<PilotClient> pilots = new ArrayList<>();
    private Vertx vertx;
    private HttpClientAgent http;
    private Server server;
    private int port;

    @BeforeEach
    void start(Vertx given) {
        vertx = given;
        http = given.createHttpClient();
        var settings = new Server.Start("127.0.0.1", 0, "arena", 2, Arenas.lone(2, 60), 7);
        server = done(Server.start(given, settings, 2));
        port = server.port();
    }

    @AfterEach
    void hangUp() {
        pilots.forEach(PilotClient::close);
        done(http.close());
    }

    private PilotClient connect() {
        return connect("arena");
    }

    private PilotClient connect(String room) {
        PilotClient pilot = PilotClient.connect(vertx, port, room);
        pilots.add(pilot);
        return pilot;
    }

    private PilotClient fly(String name, String token) {
        return connect().say(hello(name, token)).until(PilotClient::flies);
    }

    private JsonObject get(String path, String token) {
        return done(
                http.request(HttpMethod.GET, port, "127.0.0.1", path)
                        .compose(
                                request ->
                                        request.putHeader("Authorization", "Bearer " + token)
                                                .send()
                                                .compose(HttpClientResponse::body))
                        .map(JsonObject::new));
    }

    private static void assertRefused(Refusal reason, PilotClient pilot) {
        pilot.until(PilotClient::closed);
        assertEquals(reason, pilot.refused().reason());
        assertEquals(reason.closeCode(), pilot.closeCode());
    }

    @Test
    void commandsMoveTheShipOnTheServer() {
        PilotClient ann = fly("ann", "");
        int tick = ann.welcome().tick();
        ann.until(pilot -> pilot.mirror().tick() > tick + 4);
        int next = ann.mirror().tick() + 8;
        ann.say(new ClientMessage.Commands(next - 8, next, new int[] {THRUST, THRUST, THRUST}));
        ann.until(pilot -> pilot.own(ShipRow.DRIVE_B) == 1 && pilot.mirror().ackedTick() >= next);
        JsonObject me = get("/api/rooms/arena/me", ann.welcome().token());
        assertEquals(ann.welcome().seat(), me.getInteger("seat"));
        assertTrue(me.getJsonObject("ship").containsKey("x"));
    }

    @Test
    void twoPilotsSeeEachOther() {
        PilotClient ann = fly("ann", "");
        PilotClient bob = fly("bob", "");
        assertNotEquals(ann.welcome().seat(), bob.welcome().seat());
        ann.until(pilot -> pilot.people().people().size() == 2);
        bob.until(pilot -> pilot.people().people().size() == 2);
    }

    @Test
    void whoLeavesAndIsBackAtOnceFindsItselfOnTheList() {
        PilotClient ann = fly("ann", "").until(pilot -> pilot.people().people().size() == 1);
        ann.say(new ClientMessage.Goodbye()).until(PilotClient::closed);
        PilotClient again = connect().say(hello("ann", "")).until(PilotClient::welcomed);
        again.until(pilot -> pilot.people().people().size() == 1);
    }

    @Test
    void aTokenTakesTheSeatBackAndTheOlderSocketIsTold() {
        PilotClient first = fly("ann", "");
        PilotClient second = fly("ann", first.welcome().token());
        assertEquals(first.welcome().seat(), second.welcome().seat());
        assertRefused(Refusal.REPLACED, first);
    }

    @Test
    void aFullRoomSaysSoAndAForgedTokenIsNobody() {
        fly("ann", "");
        fly("bob", "forged.token");
        assertRefused(Refusal.FULL, connect().say(hello("cid", "")));
    }

    @Test
    void anotherTableIsToldToReload() {
        var strange = new ClientMessage.Hello(1, "ann", "", "", false, false);
        assertRefused(Refusal.VERSION, connect().say(strange));
    }

    @Test
    void garbageIsRefusedWithTheReason() {
        PilotClient pilot = connect().sayBytes(new byte[] {15, 1, 2});
        assertRefused(Refusal.MALFORMED, pilot);
        assertTrue(pilot.refused().text().contains("unknown kind 15"), pilot.refused().text());
    }

    @Test
    void textOnTheBinaryWireIsRefused() {
        assertRefused(Refusal.MALFORMED, connect().sayText("{}"));
    }

    @Test
    void aNamelessPilotIsAskedForAName() {
        assertRefused(Refusal.NAME, connect().say(hello("  ", "")));
    }

    @Test
    void anUnknownRoomIsNoRoom() {
        assertRefused(Refusal.NO_ROOM, connect("nowhere"));
    }

    @Test
    void whoSpamsIsSentAway() {
        PilotClient ann = fly("ann", "");
        for (int i = 0; i < 400; i++) {
            ann.say(new ClientMessage.Ping(i));
        }
        assertRefused(Refusal.TOO_MUCH, ann);
    }

    @Test
    void aSpectatorHasNoSeat() {
        PilotClient eve = connect().say(person("", "").watching()).until(PilotClient::welcomed);
        assertEquals(-1, eve.welcome().seat());
        assertEquals(
                0,
                get("/api/rooms", "").getJsonArray("rooms").getJsonObject(0).getInteger("players"));
    }

    @Test
    void onePortServesHealthAndRoomsAndAsksForATokenWhereItMatters() {
        assertEquals("up", get("/health", "").getString("status"));
        JsonObject room = get("/api/rooms", "").getJsonArray("rooms").getJsonObject(0);
        assertEquals("arena", room.getString("id"));
        assertEquals(401, get("/api/rooms/arena/me", "nonsense").getInteger("status"));
        assertEquals(404, get("/api/rooms/nowhere/me", "nonsense").getInteger("status"));
    }

    private JsonObject post(String body) {
        return done(
                http.request(HttpMethod.POST, port, "127.0.0.1", "/api/rooms")
                        .compose(request -> request.send(body).compose(HttpClientResponse::body))
                        .map(JsonObject::new));
    }

    @Test
    void aRoomOfTeamsTellsHowManyThereAre() {
        JsonObject opened = post("{\"mode\":\"teams\",\"teams\":3}");
        assertEquals(3, opened.getInteger("teams"));
    }

    @Test
    void aRoomIsOpenedOnDemandAndItsPasswordAsked() {
        JsonObject opened = post("{\"mode\":\"duel\",\"password\":\"sesame\"}");
        String room = opened.getString("id");
        assertEquals(2, opened.getInteger("capacity"));
        assertEquals(0, opened.getInteger("teams"));
        assertTrue(opened.getBoolean("locked"));
        assertEquals(2, get("/api/rooms", "").getJsonArray("rooms").size());
        assertRefused(Refusal.PASSWORD, connect(room).say(hello("ann", "")));
        assertRefused(Refusal.PASSWORD, connect(room).say(person("", "please").watching()));
        connect(room).say(person("ann", "sesame")).until(PilotClient::flies);
    }

    @Test
    void anUnlistedRoomIsOpenToWhoKnowsItsName() {
        post("{\"name\":\"den\",\"listed\":false}");
        assertEquals(1, get("/api/rooms", "").getJsonArray("rooms").size());
        connect("den").say(hello("ann", "")).until(PilotClient::flies);
        assertEquals(409, post("{\"name\":\"den\"}").getInteger("status"));
    }

    @Test
    void aBadWishIsToldAllThatIsWrongWithIt() {
        JsonObject problem = post("{\"mode\":\"chess\",\"capacity\":\"many\",\"colour\":1}");
        assertEquals(400, problem.getInteger("status"));
        for (String word :
                List.of("mode is", "capacity is a whole number", "'colour' is unknown")) {
            assertTrue(problem.getString("detail").contains(word), problem.encode());
        }
        assertTrue(post("{nonsense").getString("detail").contains("no JSON object"));
    }

    @Test
    void aDrainTellsPilotsLetsNobodyInAndEndsTheRooms() {
        PilotClient ann = fly("ann", "");
        Future<?> drained = server.drain(1);
        ann.until(pilot -> pilot.notice().contains("restarts in 1 s"));
        assertRefused(Refusal.DRAINING, connect().say(hello("bob", "")));
        assertRefused(Refusal.DRAINING, ann);
        done(drained);
        assertEquals(409, post("{}").getInteger("status"));
    }

    private int statusOfUpgradeFrom(String origin) {
        return done(
                http.request(HttpMethod.GET, port, "127.0.0.1", "/play/arena")
                        .compose(
                                request ->
                                        request.putHeader("Upgrade", "websocket")
                                                .putHeader("Connection", "Upgrade")
                                                .putHeader("Origin", origin)
                                                .send())
                        .map(HttpClientResponse::statusCode));
    }

    @Test
    void aForeignPageMayNotPlayUnlessItIsAllowed() {
        assertEquals(403, statusOfUpgradeFrom("https://elsewhere.example"));
        assertNotEquals(403, statusOfUpgradeFrom("http://127.0.0.1:" + port));
    }

    @Test
    void noHurryOpensMoreRoomsThanThereMayBe() {
        List<Future<JsonObject>> asked = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            asked.add(
                    http.request(HttpMethod.POST, port, "127.0.0.1", "/api/rooms")
                            .compose(
                                    request ->
                                            request.send("{\"capacity\":2}")
                                                    .compose(HttpClientResponse::body))
                            .map(JsonObject::new));
        }
        done(Future.join(asked));
        assertEquals(1 + 32, get("/api/rooms", "").getJsonArray("rooms").size());
        long declined = asked.stream().filter(each -> each.result().containsKey("status")).count();
        assertEquals(60 - 32, declined);
    }
}

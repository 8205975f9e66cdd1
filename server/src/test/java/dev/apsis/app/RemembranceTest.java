package dev.apsis.app;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.engine.ByReference;
import dev.apsis.gateway.Archive;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Round;
import dev.apsis.scribe.Scribe;
import dev.apsis.store.Ban;
import dev.apsis.store.Claim;
import dev.apsis.store.RoundResult;
import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.Store;
import dev.apsis.store.StoreSettings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Names, passwords and results, over real sockets. */
@ExtendWith(VertxExtension.class)
class RemembranceTest {
    private static final String SECRET = "correct horse";

    @TempDir Path directory = Path.of("");

    private final List<PilotClient> pilots = new ArrayList<>();
    private @Nullable Vertx vertx;
    private @Nullable HttpClientAgent http;
    private @Nullable Store store;
    private int port;

    /** What came back: the status, and the body if it was JSON. */
    private record Answer(int status, JsonObject body) {
        String token() {
            return body.getString("token");
        }

        String detail() {
            return body.getString("detail");
        }
    }

    @BeforeEach
    void start(Vertx given) {
        vertx = given;
        http = given.createHttpClient(new HttpClientOptions().setKeepAlive(false)); // on any loop
        Store opened =
                Store.open(StoreSettings.embedded(directory), Clock.systemUTC(), new Random(1));
        store = opened;
        GameSettings duel = GameSettings.of(Game.DUEL, 2, 2, 60);
        var settings = new Server.Start("127.0.0.1", 0, Set.of(), "pit", duel, 0, 7);
        port = done(Server.start(given, settings, 2, new Archive(opened))).port();
    }

    @AfterEach
    void stop() {
        pilots.forEach(PilotClient::close);
        store().close();
    }

    private Store store() {
        return Objects.requireNonNull(store);
    }

    private Vertx vertx() {
        return Objects.requireNonNull(vertx);
    }

    private Answer ask(HttpMethod method, String path, JsonObject body, String token) {
        var options =
                new RequestOptions()
                        .setMethod(method)
                        .setPort(port)
                        .setHost("127.0.0.1")
                        .setURI(path)
                        .putHeader("Authorization", "Bearer " + token);
        return done(
                Objects.requireNonNull(http)
                        .request(options)
                        .compose(
                                request ->
                                        request.send(body.encode())
                                                .compose(RemembranceTest::read)));
    }

    /** On the answer's own event loop: elsewhere its body might be past before one asks for it. */
    private static Future<Answer> read(HttpClientResponse head) {
        return head.body().map(body -> new Answer(head.statusCode(), body.toJsonObject()));
    }

    private Answer get(String path) {
        return ask(HttpMethod.GET, path, new JsonObject(), "");
    }

    private static JsonObject who(String name, String password) {
        return new JsonObject().put("name", name).put("password", password);
    }

    private Answer claim(String name) {
        return ask(HttpMethod.POST, "/api/account", who(name, SECRET), "");
    }

    private Answer signIn(String name) {
        return ask(HttpMethod.POST, "/api/account/session", who(name, SECRET), "");
    }

    private Answer change(String name) {
        JsonObject change = who(name, SECRET).put("newPassword", "battery staple");
        return ask(HttpMethod.PUT, "/api/account/password", change, "");
    }

    private PilotClient connect() {
        PilotClient pilot = PilotClient.connect(vertx(), port, "pit");
        pilots.add(pilot);
        return pilot;
    }

    private PilotClient fly(String name, String token) {
        return connect().say(hello(name, token)).until(PilotClient::welcomed);
    }

    private Refusal refusal(String name, String token) {
        PilotClient pilot = connect().say(hello(name, token)).until(PilotClient::closed);
        return pilot.refused().reason();
    }

    private static <T> T answer(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Test
    void aClaimedNameIsForWhoeverSignedIn() {
        Answer ann = claim("Ann");
        assertEquals(201, ann.status());
        assertEquals(Refusal.CLAIMED, refusal("ann", ""));
        assertEquals(Refusal.CLAIMED, refusal("ＡＮＮ", "made.up"));
        fly("Ann", ann.token());
        fly("Bob", "");
    }

    @Test
    void anotherPlayersTokenOpensNoName() {
        claim("Ann");
        String bob = claim("Bob").token();
        assertEquals(Refusal.CLAIMED, refusal("Ann", bob));
        fly("Bob", bob);
    }

    @Test
    void whoSignsInAgainHasTheSameShip() {
        String first = claim("Ann").token();
        String second = signIn("Ann").token();
        assertNotEquals(first, second);
        PilotClient ann = fly("Ann", first);
        int seat = ann.welcome().seat();
        assertEquals(seat, fly("Ann", first).welcome().seat());
        assertEquals(Refusal.REPLACED, ann.until(PilotClient::closed).refused().reason());
        PilotClient again = fly("Ann", second);
        assertEquals(seat, again.welcome().seat());
        assertEquals(second, again.welcome().token());
        assertEquals(seat, ship(first).body().getInteger("seat"));
        assertEquals(seat, ship(second).body().getInteger("seat"));
    }

    @Test
    void whoHasAnotherPasswordTakesTheShipFromWhoeverHasTheOldOne() {
        PilotClient thief = fly("Ann", claim("Ann").token());
        String fresh = change("Ann").token();
        assertEquals(thief.welcome().seat(), fly("Ann", fresh).welcome().seat());
        assertEquals(Refusal.REPLACED, thief.until(PilotClient::closed).refused().reason());
        assertEquals(Refusal.CLAIMED, refusal("Ann", thief.welcome().token()));
    }

    @Test
    void aTokenEndsWithItsPassword() {
        String old = claim("Ann").token();
        Answer changed = change("Ann");
        assertEquals(200, changed.status());
        assertEquals(Refusal.CLAIMED, refusal("Ann", old));
        assertEquals(401, ask(HttpMethod.GET, "/api/account", new JsonObject(), old).status());
        Answer me = ask(HttpMethod.GET, "/api/account", new JsonObject(), changed.token());
        assertEquals("Ann", me.body().getString("name"));
        fly("Ann", changed.token());
    }

    @Test
    void aVoidTokenOpensNothingAndTakesNoSeat() throws Exception {
        String old = claim("Ann").token();
        PilotClient ann = fly("Ann", old);
        assertEquals(200, ship(old).status());
        assertEquals(200, feed(old));
        String fresh = change("Ann").token();
        assertEquals(List.of(401, 401), List.of(ship(old).status(), feed(old)));
        assertEquals(List.of(200, 200), List.of(ship(fresh).status(), feed(fresh)));
        PilotClient thief = fly("Eve", old);
        assertNotEquals(ann.welcome().seat(), thief.welcome().seat());
        assertNotEquals(old, thief.welcome().token());
        assertFalse(ann.closed());
    }

    private Answer ship(String token) {
        return ask(HttpMethod.GET, "/api/rooms/pit/me", new JsonObject(), token);
    }

    private int feed(String token) throws Exception {
        HttpResponse<Stream<String>> answer = stream(token);
        answer.body().close();
        return answer.statusCode();
    }

    @Test
    void signingInNeedsThePassword() {
        claim("Ann");
        String path = "/api/account/session";
        assertEquals(200, ask(HttpMethod.POST, path, who("ann", SECRET), "").status());
        assertEquals(401, ask(HttpMethod.POST, path, who("ann", "wrong horse"), "").status());
        assertEquals(401, ask(HttpMethod.POST, path, who("eve", SECRET), "").status());
        assertEquals(409, claim("ANN").status());
    }

    @Test
    void nonsenseIsRefusedInWords() {
        assertEquals("password: 8 to 128 characters", post(who("Ann", "short")).detail());
        assertEquals("name: 1 to 24 characters", post(who("", SECRET)).detail());
        assertEquals("name: 1 to 24 characters", post(who("x".repeat(25), SECRET)).detail());
        assertEquals(400, post(new JsonObject().put("name", 5)).status());
        assertEquals(400, get("/api/leaderboard?period=year&limit=0&mode=x").status());
        assertEquals(
                "mode is ffa, teams or duel; period is day, week, month or all;"
                        + " before is what an earlier page called next; limit is 1 to 100",
                get("/api/leaderboard?period=year&limit=0&mode=x&before=!!").detail());
        assertEquals(400, get("/api/leaderboard?day=tomorrow").status());
        assertEquals("by is score or rating", get("/api/leaderboard?by=name").detail());
        assertEquals(404, get("/api/players/nobody").status());
        assertEquals(404, get("/api/rounds/none").status());
    }

    @Test
    void whoseRecordIsBeatenHearsItOnTheirOwnFeedAndNobodyElseDoes() throws Exception {
        String ann = claim("Ann").token();
        String cid = claim("Cid").token();
        try (Stream<String> toAnn = follow(ann);
                Stream<String> toCid = follow(cid)) {
            flown("first", line("Ann", 700), line("Cid", 100));
            flown("better", line("Bob", 900), line("Ann", 1));
            flown("again", line("Ann", 950), line("Bob", 1));
            flown("last", line("Cid", 990), line("Bob", 1));
            List<String> told = toAnn.skip(1).limit(2).toList();
            assertEquals("duel 700 Bob 900", beaten(told.get(0)));
            assertEquals("duel 950 Cid 990", beaten(told.get(1)));
            flown("over", line("Ann", 2000), line("Bob", 1));
            assertEquals("duel 990 Ann 2000", beaten(toCid.skip(1).findFirst().orElseThrow()));
        }
    }

    private static String beaten(String event) {
        var json = new JsonObject(event);
        assertEquals("record", json.getString("kind"));
        return "%s %d %s %d"
                .formatted(
                        json.getString("mode"),
                        json.getInteger("yours"),
                        json.getString("name"),
                        json.getInteger("score"));
    }

    private RoundResult.Line line(String name, int score) {
        long account = store().claim(name).map(Claim::account).orElse(0L);
        return new RoundResult.Line(name, Kind.PERSON, account, 0, score, 1, 1, false, true);
    }

    private void flown(String id, RoundResult.Line... lines) {
        Instant now = Instant.now();
        answer(
                store().results()
                        .add(
                                new RoundResult(
                                        id, "pit", "duel", 1, 7, now, now, 0, List.of(lines))));
        answer(store().results().settled());
    }

    /** The events of one's own feed as they come, from how things stand. */
    private Stream<String> follow(String token) throws Exception {
        return stream(token)
                .body()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()));
    }

    private HttpResponse<Stream<String>> stream(String token) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/me/live"))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token)
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
    }

    private Answer post(JsonObject body) {
        return ask(HttpMethod.POST, "/api/account", body, "");
    }

    @Test
    void whoGuessesIsStoppedAfterTenTriesOnWhicheverLoop() {
        List<Integer> statuses = new ArrayList<>();
        JsonObject wrong = who("", SECRET);
        for (int i = 0; i < 11; i++) {
            statuses.add(post(wrong).status());
        }
        assertEquals(10, statuses.indexOf(429), statuses.toString());
    }

    @Test
    void aBannedAccountFliesUnderNoNameAndIsToldWhy() {
        String token = claim("Ann").token();
        var target = new Ban.Target.Account("Ann");
        answer(store().bans().add(new Ban.Wish(target, "aimbot", "root", null)));
        for (String name : List.of("Ann", "Eve")) {
            PilotClient ann = connect().say(hello(name, token));
            ann.until(pilot -> pilot.closed() || pilot.welcomed());
            assertEquals(Refusal.BANNED, ann.refused().reason());
            assertEquals("you are banned here: aimbot", ann.refused().text());
        }
    }

    @Test
    void aRoundThatEndsIsOnTheBoard() {
        PilotClient ann = fly("Ann", claim("Ann").token());
        PilotClient bob = fly("Bob", claim("Bob").token());
        ann.until(pilot -> pilot.phase() == Round.Phase.PLAYING);
        bob.say(new ClientMessage.Goodbye());
        ann.until(pilot -> pilot.phase() == Round.Phase.PODIUM);
        Future<?> handedOver = vertx().eventBus().request(Scribe.ADDRESS, "", ByReference.DELIVERY);
        done(handedOver);
        answer(store().results().settled());
        JsonObject board = get("/api/leaderboard?mode=duel&period=all&bots=true").body();
        assertEquals(2, board.getJsonArray("lines").size());
        assertEquals("score", board.getString("by"));
        JsonObject strong = get("/api/leaderboard?mode=duel&period=all&by=rating").body();
        assertEquals(0, strong.getJsonArray("lines").size(), "one round tells little");
        JsonObject known = get("/api/players/ann").body();
        JsonObject mode = known.getJsonArray("modes").getJsonObject(0);
        assertEquals(1, mode.getInteger("wins"));
        assertTrue(mode.getInteger("rating") > 1500, mode.encode());
        String id = known.getJsonArray("lately").getJsonObject(0).getString("round");
        JsonObject round = get("/api/rounds/" + id).body();
        JsonObject loser = round.getJsonArray("lines").getJsonObject(1);
        assertEquals("Bob", loser.getString("name"));
        assertFalse(loser.getBoolean("stayed"));
        assertFalse(round.containsKey("seed"), "whoever knows it can foretell the room");
    }
}

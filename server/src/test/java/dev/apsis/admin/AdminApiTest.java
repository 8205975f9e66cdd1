package dev.apsis.admin;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.admin.AdminDesk.Answer;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

/** What admins ask a real server, and what comes of it for real players. */
@ExtendWith(VertxExtension.class)
class AdminApiTest {
    private AdminDesk desk;
    private Vertx vertx;

    @BeforeEach
    void start(Vertx running, @TempDir Path folder) {
        vertx = running;
        desk = new AdminDesk(vertx, folder);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private PilotClient fly(String name) {
        return PilotClient.connect(vertx, desk.server.port(), "arena")
                .say(PilotClient.hello(name, ""))
                .until(pilot -> pilot.snapshots() > 0);
    }

    private JsonObject player(Role asking, String name) {
        return desk.get(asking, "/admin/api/players").body().getJsonArray("players").stream()
                .map(JsonObject.class::cast)
                .filter(player -> player.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Answer act(String name, String deed, String body) {
        long id = player(Role.MODERATE, name).getLong("id");
        return desk.post(Role.MODERATE, "/admin/api/players/" + id + "/" + deed, body);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /admin/api/me,                      view",
        "GET,    /admin/api/rooms,                   view",
        "GET,    /admin/api/players,                 view",
        "GET,    /admin/api/bans,                    moderate",
        "GET,    /admin/api/audit,                   moderate",
        "POST,   /admin/api/announce,                moderate",
        "POST,   /admin/api/bans,                    moderate",
        "DELETE, /admin/api/bans/1,                  moderate",
        "POST,   /admin/api/players/1/kick,          moderate",
        "POST,   /admin/api/players/1/mute,          moderate",
        "POST,   /admin/api/players/1/ban,           moderate",
        "POST,   /admin/api/rooms/nowhere/restart,   moderate",
        "POST,   /admin/api/rooms/nowhere/next,      moderate",
        "GET,    /admin/api/settings,                admin",
        "POST,   /admin/api/settings,                admin",
        "POST,   /admin/api/drain,                   admin",
    })
    void eachRoleMayWhatItMayAndNothingMore(String method, String path, String least) {
        Role needed = Role.of(least).orElseThrow();
        assertEquals(401, desk.ask("", HttpMethod.valueOf(method), path, "{}").status());
        for (Role role : Role.values()) {
            int status = desk.ask(role, HttpMethod.valueOf(method), path, "{}").status();
            assertEquals(role.includes(needed), status != 403, role + " is told " + status);
        }
        assertEquals(path.endsWith("/drain") ? List.of(20) : List.of(), desk.stops);
    }

    @Test
    void tenWrongTokensAndEvenTheRightOneIsNotLookedAt() {
        for (int i = 0; i < Strikes.MOST; i++) {
            Answer answer = desk.ask("guess-" + i, HttpMethod.GET, "/admin/api/me", "");
            assertEquals(401, answer.status());
        }
        // There are two event loops: each counts for itself, and may have heard ten by then.
        int status = 401;
        for (int i = 0; i <= Strikes.MOST && status == 401; i++) {
            status = desk.ask("another-" + i, HttpMethod.GET, "/admin/api/me", "").status();
        }
        assertEquals(429, status);
    }

    @Test
    void aTokenInTheAddressIsNoToken() {
        String token = AdminDesk.TOKENS.get(Role.ADMIN);
        String path = "/admin/api/me?token=" + token + "&access_token=" + token;
        assertEquals(401, desk.ask("", HttpMethod.GET, path, "").status());
    }

    @Test
    void whoOnlyLooksSeesNoAddresses() {
        PilotClient pilot = fly("Ada");
        assertFalse(player(Role.VIEW, "Ada").containsKey("address"));
        JsonObject seen = player(Role.MODERATE, "Ada");
        assertEquals("127.0.0.1", seen.getString("address"));
        assertEquals("arena", seen.getString("room"));
        assertTrue(seen.getLong("bytes") > 0 && seen.getLong("frames") > 0, seen.encode());
        pilot.close();
    }

    @Test
    void aKickedPlayerIsToldWhyAndItsSeatIsFree() {
        PilotClient pilot = fly("Ada");
        assertEquals(200, act("Ada", "kick", "{\"reason\":\"mind your words\"}").status());
        pilot.until(PilotClient::closed);
        assertEquals(Refusal.KICKED.closeCode(), pilot.closeCode());
        assertEquals("the host sent you away: mind your words", pilot.refused().text());
        Answer again = desk.post(Role.MODERATE, "/admin/api/players/1/kick", "{}");
        assertEquals(400, again.status());
        assertEquals("the player is not here any more", again.detail());
        fly("Ada").close();
    }

    @Test
    void aMutedPlayerIsHeardByNobodyAndToldSo() {
        PilotClient loud = fly("Bob");
        PilotClient other = fly("Ada");
        assertEquals(200, act("Bob", "mute", "{\"minutes\":5}").status());
        assertTrue(player(Role.VIEW, "Bob").getBoolean("muted"));
        loud.say(new ClientMessage.Say(false, "psst"));
        loud.until(pilot -> pilot.notice().contains("the host has muted you"));
        assertEquals(200, act("Bob", "mute", "{\"minutes\":0}").status());
        loud.say(new ClientMessage.Say(false, "hello again"));
        other.until(pilot -> pilot.heard().toString().contains("hello again"));
        assertFalse(other.heard().toString().contains("psst"), other.heard().toString());
        loud.close();
        other.close();
    }

    @Test
    void aBannedAddressIsOutUntilTheBanIsLifted() {
        PilotClient pilot = fly("Ada");
        Answer banned = act("Ada", "ban", "{\"minutes\":60,\"reason\":\"cheats\"}");
        assertEquals(200, banned.status(), banned.text());
        assertEquals(1, banned.body().getInteger("dismissed"));
        pilot.until(PilotClient::closed);
        assertEquals(Refusal.BANNED.closeCode(), pilot.closeCode());
        PilotClient again =
                PilotClient.connect(vertx, desk.server.port(), "arena").until(PilotClient::closed);
        assertEquals(Refusal.BANNED.closeCode(), again.closeCode());
        assertTrue(again.refused().text().endsWith(": cheats"), again.refused().text());
        JsonObject ban =
                desk.get(Role.MODERATE, "/admin/api/bans")
                        .body()
                        .getJsonArray("bans")
                        .getJsonObject(0);
        assertEquals("127.0.0.1", ban.getString("target").replace("/32", ""));
        assertEquals("mo", ban.getString("by"));
        String path = "/admin/api/bans/" + ban.getLong("id");
        assertTrue(
                desk.ask(Role.MODERATE, HttpMethod.DELETE, path, "").body().getBoolean("lifted"));
        fly("Ada").close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                        | say whom
                    {"addresses":"example.org"}               | is an address or a range
                    {"addresses":"10.0.0.0/4"}                | half the world
                    {"addresses":"10.0.0.1","account":"x"}    | say whom
                    {"addresses":"10.0.0.1","minutes":-1}     | 'minutes' is a whole number
                    {"addresses":"10.0.0.1","minutes":"soon"} | 'minutes' is a whole number
                    {"addresses":7}                           | 'addresses' is a text
                    nonsense                                  | the body is no JSON object
                    """)
    void aBanThatMakesNoSenseIsRefusedWithWhatToDo(String body, String words) {
        Answer answer = desk.post(Role.MODERATE, "/admin/api/bans", body);
        assertEquals(400, answer.status());
        assertTrue(answer.detail().contains(words), answer.detail());
    }

    @Test
    void anAnnouncementIsHeardInItsRoom() {
        PilotClient pilot = fly("Ada");
        String body = "{\"words\":\"pizza at nine\",\"room\":\"%s\"}";
        Answer nobody = desk.post(Role.MODERATE, "/admin/api/announce", body.formatted("other"));
        assertEquals(0, nobody.body().getInteger("heard"));
        Answer one = desk.post(Role.MODERATE, "/admin/api/announce", body.formatted("arena"));
        assertEquals(1, one.body().getInteger("heard"));
        pilot.until(heard -> heard.notice().equals("pizza at nine"));
        pilot.close();
        assertEquals(400, desk.post(Role.MODERATE, "/admin/api/announce", "{}").status());
    }

    @Test
    void aRestartedRoomIsOpenedAnewAndNobodyIsDropped() {
        PilotClient pilot = fly("Ada").until(PilotClient::flies);
        for (String deed : List.of("restart", "next")) {
            String before = address();
            String path = "/admin/api/rooms/arena/" + deed;
            assertEquals(200, desk.post(Role.MODERATE, path, "{}").status());
            assertNotEquals(before, address());
            String nowhere = "/admin/api/rooms/nowhere/" + deed;
            assertEquals(400, desk.post(Role.MODERATE, nowhere, "{}").status());
        }
        assertFalse(pilot.closed(), "whoever plays there stays");
        pilot.close();
    }

    /** Another one each time the room is opened. */
    private String address() {
        return desk.get(Role.VIEW, "/admin/api/rooms")
                .body()
                .getJsonArray("rooms")
                .getJsonObject(0)
                .getString("address");
    }

    @Test
    void aSettingIsChangedWhileTheServerRuns() {
        String body = "{\"path\":\"server.drain-seconds\",\"value\":\"%s\"}";
        Answer changed = desk.post(Role.ADMIN, "/admin/api/settings", body.formatted(7));
        assertEquals(200, changed.status(), changed.text());
        assertTrue(changed.text().contains("'20' is now '7' (live)"), changed.text());
        assertEquals("7", setting("server.drain-seconds").getString("value"));
        Answer wrong = desk.post(Role.ADMIN, "/admin/api/settings", body.formatted("soon"));
        assertEquals(400, wrong.status());
        assertTrue(wrong.detail().contains("not 'soon'"), wrong.detail());
        String forget = "{\"path\":\"server.drain-seconds\",\"forget\":true}";
        assertEquals(200, desk.post(Role.ADMIN, "/admin/api/settings", forget).status());
        assertEquals("20", setting("server.drain-seconds").getString("value"));
        assertFalse(setting("server.port").getBoolean("changeable"));
    }

    private JsonObject setting(String path) {
        var all = desk.get(Role.ADMIN, "/admin/api/settings").body().getJsonArray("settings");
        return all.stream()
                .map(JsonObject.class::cast)
                .filter(line -> line.getString("path").equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyDeedIsWrittenDownWithItsDoer() {
        fly("Ada");
        act("Ada", "mute", "{\"minutes\":5,\"reason\":\"shouts\"}");
        desk.post(Role.ADMIN, "/admin/api/drain", "{\"seconds\":9}");
        assertEquals(List.of(9), desk.stops);
        var entries = desk.get(Role.MODERATE, "/admin/api/audit").body().getJsonArray("entries");
        JsonObject last = entries.getJsonObject(0);
        assertEquals("drain", last.getString("action"));
        assertEquals("ada", last.getString("by"));
        JsonObject first = entries.getJsonObject(1);
        assertEquals("mute", first.getString("action"));
        assertEquals("mo", first.getString("by"));
        assertTrue(first.getString("target").startsWith("Ada ("), first.encode());
        assertEquals("5 min: shouts", first.getString("detail"));
        String older = "/admin/api/audit?before=" + first.getLong("id");
        assertTrue(desk.get(Role.MODERATE, older).body().getJsonArray("entries").isEmpty());
    }

    @Test
    void theLiveFeedTellsAMomentASecond() {
        Promise<String> heard = Promise.promise();
        var text = new StringBuilder();
        var asked =
                desk.http()
                        .request(HttpMethod.GET, desk.server.port(), "127.0.0.1", "/admin/api/live")
                        .compose(
                                request ->
                                        request.putHeader("Accept-Encoding", "gzip")
                                                .putHeader(
                                                        "Authorization",
                                                        "Bearer " + AdminDesk.TOKENS.get(Role.VIEW))
                                                .send())
                        .onSuccess(
                                answer ->
                                        answer.handler(
                                                bytes -> {
                                                    text.append(bytes);
                                                    if (text.toString().split("event: ").length
                                                            > 4) {
                                                        heard.tryComplete(text.toString());
                                                    }
                                                }));
        String events = done(heard.future());
        assertEquals("text/event-stream", done(asked).getHeader("Content-Type"));
        assertTrue(events.startsWith("event: edges\ndata: {\"millis\":[0.1,"), events);
        String line = events.split("data: ")[2];
        var moment = new JsonObject(line.substring(0, line.indexOf('\n')));
        JsonObject room = moment.getJsonArray("rooms").getJsonObject(0);
        assertEquals("arena", room.getString("id"));
        assertEquals(13, room.getJsonObject("took").getJsonArray("counts").size());
        assertFalse(moment.getJsonObject("verdict").getString("headline").isEmpty());
    }
}

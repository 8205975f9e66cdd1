package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;
import dev.apsis.protocol.message.ClientMessage;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A room's public feed by every transport, over real sockets and two event loops. */
@ExtendWith(VertxExtension.class)
class FeedsTest {
    private final List<PilotClient> pilots = new ArrayList<>();
    private Vertx vertx;
    private FeedClients clients;

    private int port;

    @BeforeEach
    void start(Vertx given) {
        vertx = given;
        var settings = new Server.Start("127.0.0.1", 0, "arena", 4, Arenas.lone(4, 60), 7);
        port = done(Server.start(given, settings, 2)).port();
        clients = new FeedClients(given, port, "arena");
    }

    @AfterEach
    void hangUp() {
        pilots.forEach(PilotClient::close);
    }

    private PilotClient fly(String name) {
        PilotClient pilot = PilotClient.connect(vertx, port, "arena").say(hello(name, ""));
        pilots.add(pilot);
        return pilot.until(PilotClient::flies);
    }

    private void visit(String name) {
        fly(name).say(new ClientMessage.Goodbye()).until(PilotClient::closed);
    }

    /** Somebody flies, and whoever asks from here on is told so. */
    private void flyAndRead() {
        String since = clients.cursor();
        fly(FeedClients.LAST);
        FeedClients.read(clients::longPoll, since).join();
    }

    private static List<String> words(List<String> events) {
        return events.stream()
                .map(JsonObject::new)
                .map(event -> event.getString("kind") + ' ' + event.getString("name", ""))
                .toList();
    }

    @Test
    void allFourTransportsTellTheSameThoughCutAgainAndAgain() {
        String since = clients.cursor();
        List<CompletableFuture<List<String>>> readers =
                Stream.<FeedClients.Transport>of(
                                clients::poll, clients::longPoll, clients::stream, clients::socket)
                        .map(transport -> FeedClients.read(transport, since))
                        .toList();
        for (int i = 0; i < 12; i++) {
            visit("pilot" + i);
        }
        fly(FeedClients.LAST);
        List<List<String>> told = readers.stream().map(CompletableFuture::join).toList();
        List<String> heard = words(told.getFirst());
        for (int i = 0; i < 12; i++) {
            assertTrue(heard.contains("joined pilot" + i), heard::toString);
        }
        told.forEach(each -> assertEquals(told.getFirst(), each));
    }

    @Test
    void whoAsksForTheFirstTimeIsToldHowThingsStandAndNoPlaces() {
        flyAndRead();
        String answer = clients.get("").body();
        JsonObject state = new JsonObject(answer).getJsonArray("events").getJsonObject(0);
        assertEquals("state", state.getString("kind"));
        assertEquals(1, state.getInteger("players"));
        JsonObject person = state.getJsonArray("people").getJsonObject(0);
        assertEquals(FeedClients.LAST, person.getString("name"));
        assertTrue(state.getJsonObject("round").containsKey("phase"), answer);
        assertFalse(answer.matches(".*\"(x|y|vx|vy|heading)\".*"), answer);
    }

    @Test
    void nothingNewIsAnsweredWith304() {
        HttpResponse<String> first = clients.get("");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, clients.get("", "If-None-Match", tag).statusCode());
        flyAndRead();
        assertEquals(200, clients.get("", "If-None-Match", tag).statusCode());
    }

    @Test
    void aLongPollWithoutNewsEndsInTimeAndSaysSo() {
        String cursor = clients.cursor();
        HttpResponse<String> answer = clients.get("?wait=1&since=" + cursor);
        assertEquals(List.of(), FeedClients.events(answer.body()));
        assertEquals(cursor, new JsonObject(answer.body()).getString("cursor"));
    }

    @Test
    void aCursorOfAnotherOpeningIsToldHowManyItMissedAndHowThingsStand() {
        fly("ann");
        flyAndRead();
        String answer = clients.get("?since=before-3").body();
        List<String> events = FeedClients.events(answer);
        assertEquals(List.of("missed ", "state "), words(events));
        long count = new JsonObject(events.getFirst()).getLong("count");
        String cursor = new JsonObject(answer).getString("cursor");
        assertTrue(count > 1 && cursor.endsWith("-" + count), answer);
    }

    @Test
    void curlReadsTheStream() throws IOException {
        String url = "http://127.0.0.1:" + port + "/api/rooms/arena/live";
        Process curl =
                new ProcessBuilder("curl", "-sN", "-H", "Accept: text/event-stream", url).start();
        try (BufferedReader out = curl.inputReader()) {
            assertEquals("retry: 1000", out.readLine());
            assertEquals("", out.readLine());
            String cursor = out.readLine();
            assertTrue(cursor.matches("id: [a-z0-9]+-[0-9]+"), cursor);
            assertTrue(out.readLine().contains("\"kind\":\"state\""));
            fly("ann");
            assertTrue(out.lines().anyMatch(line -> line.contains("\"name\":\"ann\"")));
        } finally {
            curl.destroy();
        }
    }

    @Test
    void aSessionIsToldOfItsFriendsOnlyAndOnlyWithItsToken() throws IOException {
        String token = fly("ann").welcome().token();
        String url = "http://127.0.0.1:" + port + "/api/me/live?friend=Bob&friend=eve";
        assertEquals("401", status(url, "Bearer forged.token"));
        Process curl = stream(url, "Bearer " + token);
        try (BufferedReader out = curl.inputReader()) {
            assertTrue(next(out).contains("\"kind\":\"state\",\"friends\":2"));
            visit("cid");
            visit("bob");
            String told = next(out);
            assertTrue(told.contains("\"kind\":\"friend\""), told);
            assertTrue(told.endsWith("\"name\":\"bob\",\"room\":\"arena\"}"), told);
        } finally {
            curl.destroy();
        }
    }

    private static Process stream(String url, String bearer) throws IOException {
        return new ProcessBuilder(
                        "curl",
                        "-sN",
                        "-H",
                        "Accept: text/event-stream",
                        "-H",
                        "Authorization: " + bearer,
                        url)
                .start();
    }

    private static String status(String url, String bearer) throws IOException {
        try (BufferedReader out = stream(url, bearer).inputReader()) {
            return new JsonObject(out.readLine()).getInteger("status").toString();
        }
    }

    private static String next(BufferedReader out) throws IOException {
        String line = out.readLine();
        while (!line.startsWith("data: ")) {
            line = out.readLine();
        }
        return line;
    }

    @Test
    void whatIsNoCursorOrNoTimeIsRefusedInWords() {
        assertEquals(400, clients.get("?since=yesterday").statusCode());
        assertEquals(400, clients.get("?wait=31").statusCode());
        HttpResponse<String> refused = clients.get("?wait=soon");
        assertEquals(
                "application/problem+json", refused.headers().firstValue("Content-Type").get());
        assertTrue(refused.body().contains("0 to 30 seconds"), refused.body());
        var nowhere = new FeedClients(vertx, port, "nowhere");
        assertEquals(404, nowhere.get("").statusCode());
        assertEquals(404, nowhere.get("", "Accept", "text/event-stream").statusCode());
    }
}

package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.store.Store;
import dev.apsis.store.StoreSettings;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** The API is what its description says: every route is in it, and answers as promised. */
@ExtendWith(VertxExtension.class)
class OpenApiTest {
    private static final Set<String> PAGES = Set.of("/", "/*", "/doctor", "/api/*");

    private final HttpClient http = HttpClient.newHttpClient();
    private Vertx vertx;
    private int port;
    private Described described;
    private Archive archive = Archive.NONE;
    @TempDir Path directory = Path.of("");

    @BeforeEach
    void start(Vertx given) throws Exception {
        vertx = given;
        var settings = new Server.Start("127.0.0.1", 0, "arena", 4, Arenas.lone(4, 60), 7);
        archive =
                new Archive(
                        Store.open(
                                StoreSettings.embedded(directory),
                                Clock.systemUTC(),
                                new Random(1)));
        port = done(Server.start(given, settings, 1, archive)).port();
        described = new Described(new JsonObject(body(get("/api/openapi.json"))));
    }

    @AfterEach
    void forget() {
        archive.close();
    }

    private HttpResponse<InputStream> get(String path, String... headers) throws Exception {
        return send("GET", path, "", headers);
    }

    private HttpResponse<InputStream> send(
            String method, String path, String body, String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    /** A stream never ends: of one only the head is read. */
    private static String body(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream in = answer.body()) {
            return type(answer).endsWith("json")
                    ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    : "";
        }
    }

    private void assertAsPromised(Described.Operation asked, HttpResponse<InputStream> answer)
            throws IOException {
        List<String> faults =
                described.faults(asked, answer.statusCode(), type(answer), body(answer));
        assertEquals(List.of(), faults, () -> asked + " " + answer.statusCode());
    }

    @Test
    void everyRouteIsDescribedAndEverythingDescribedHasARoute() {
        var doors =
                new Doors(
                        "127.0.0.1",
                        0,
                        OrbitLookout::new,
                        Tokens.ofThisProcess(),
                        Set.of(),
                        "test",
                        System::nanoTime,
                        archive,
                        Care.open(),
                        Approach.DIRECT,
                        new Quotas());
        Set<String> routes = new TreeSet<>();
        var venues = new Venues();
        var post = new Post(vertx, venues, doors.nanos());
        for (Route route : GatewayVerticle.router(vertx, doors, venues, post).getRoutes()) {
            String path = String.valueOf(route.getName());
            if (route.methods() != null && !PAGES.contains(path)) {
                String braced = path.replaceAll(":(\\w+)", "{$1}");
                route.methods().stream()
                        .filter(method -> !method.name().equals("HEAD"))
                        .forEach(method -> routes.add(method.name() + ' ' + braced));
            }
        }
        Set<String> promised = new TreeSet<>();
        described.operations().forEach(operation -> promised.add(operation.toString()));
        assertEquals(promised, routes);
        assertTrue(routes.size() > 10, routes::toString);
    }

    @Test
    void everythingDescribedAnswersAsPromised() throws Exception {
        PilotClient ann =
                PilotClient.connect(vertx, port, "arena")
                        .say(hello("ann", ""))
                        .until(PilotClient::flies);
        String token = "Bearer " + ann.welcome().token();
        for (Described.Operation each : described.operations()) {
            assertAsPromised(
                    each, send(each.method(), each.filled(), each.body(), headers(each, token)));
        }
        ann.close();
    }

    /** What may only be a stream is asked for as one. */
    private static String[] headers(Described.Operation asked, String token) {
        String accepted = asked.path().equals("/api/me/live") ? "text/event-stream" : "*/*";
        return new String[] {"Authorization", token, "Accept", accepted};
    }

    @Test
    void whatGoesWrongIsAProblemAsPromised() throws Exception {
        for (Described.Operation each : described.operations()) {
            if (each.method().equals("GET") && each.path().startsWith("/api/rooms/{room}")) {
                HttpResponse<InputStream> refused = get(each.path().replace("{room}", "nowhere"));
                assertEquals(404, refused.statusCode());
                assertAsPromised(each, refused);
            }
        }
        HttpResponse<InputStream> wrong = get("/api/rooms?limit=0");
        assertEquals(400, wrong.statusCode());
        HttpResponse<InputStream> method = send("DELETE", "/api/rooms/arena/live", "");
        assertEquals("GET, HEAD", method.headers().firstValue("Allow").orElse(""));
        assertEquals(405, new JsonObject(body(method)).getInteger("status"));
    }

    @Test
    void roomsComeInPagesAndOnesOneHasAreNotSentAgain() throws Exception {
        for (String name : List.of("alpha", "beta")) {
            send("POST", "/api/rooms", "{\"name\":\"" + name + "\"}");
        }
        JsonObject first = new JsonObject(body(get("/api/rooms?limit=2")));
        assertEquals(2, first.getJsonArray("rooms").size());
        HttpResponse<InputStream> second = get(first.getString("next"));
        JsonObject last = new JsonObject(body(second));
        assertEquals("beta", last.getJsonArray("rooms").getJsonObject(0).getString("id"));
        assertEquals(null, last.getString("next"));
        String tag = second.headers().firstValue("ETag").orElseThrow();
        HttpResponse<InputStream> again = get(first.getString("next"), "If-None-Match", tag);
        assertEquals(304, again.statusCode());
    }

    @Test
    void aSchemaThatDoesNotFitIsCaught() {
        Described.Operation server =
                described.operations().stream()
                        .filter(each -> each.path().equals("/api/clock"))
                        .findFirst()
                        .orElseThrow();
        String json = "application/json";
        assertEquals(List.of(), described.faults(server, 200, json, "{\"at\":1}"));
        assertEquals(1, described.faults(server, 200, json, "{\"at\":\"noon\"}").size());
        assertEquals(1, described.faults(server, 200, json, "{}").size());
        assertEquals(1, described.faults(server, 200, json, "{\"at\":1,\"x\":2}").size());
        assertEquals(1, described.faults(server, 200, "text/html", "").size());
        assertEquals(1, described.faults(server, 418, json, "{\"at\":1}").size());
    }
}

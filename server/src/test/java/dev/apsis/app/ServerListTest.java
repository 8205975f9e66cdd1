package dev.apsis.app;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.directory.DirectorySettings;
import dev.apsis.directory.DirectoryVerticle;
import dev.apsis.directory.PublicAddress;
import dev.apsis.directory.Reach;
import dev.apsis.gateway.Archive;
import dev.apsis.listing.Announcer;
import dev.apsis.listing.ListingSettings;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A directory and real servers on one machine; the directory's clock stands until it is set. */
class ServerListTest {
    private static final int LOOK_MILLIS = 5000;
    private static final String SECRET = "s".repeat(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong nanos = new AtomicLong();
    private final List<Vertx> running = new ArrayList<>();
    private DirectoryVerticle directory;

    @BeforeEach
    void begin() {
        directory = directory(new Reach(/* allowsPrivate= */ true, /* allowsOthers= */ false));
    }

    @AfterEach
    void end() {
        running.forEach(each -> done(each.close()));
    }

    private Vertx vertx() {
        Vertx vertx = Vertx.vertx();
        running.add(vertx);
        return vertx;
    }

    private DirectoryVerticle directory(Reach reach) {
        var settings = new DirectorySettings("127.0.0.1", 0, reach, LOOK_MILLIS, false);
        var verticle = new DirectoryVerticle(settings, nanos::get, new SecureRandom());
        done(vertx().deployVerticle(verticle));
        return verticle;
    }

    /** A server and who announces it. */
    private record Host(Vertx vertx, int port, Announcer announcer) {}

    private Host host(String name, int port, String address) {
        var listing =
                new ListingSettings(
                        List.of("http://127.0.0.1:" + directory.port()),
                        PublicAddress.read(address).orElse(null),
                        name,
                        "a test");
        var announcer = Watch.closed(Archive.NONE, listing);
        var start = new Server.Start("127.0.0.1", port, "arena", 4, Arenas.lone(4, 60), 7);
        Vertx vertx = vertx();
        int open = done(Server.start(vertx, start, 1, announcer)).port();
        return new Host(vertx, open, announcer.announcer());
    }

    /** One that is where it says. */
    private Host host(String name) throws IOException {
        int port = freePort();
        return host(name, port, "http://127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private HttpResponse<String> ask(int port, String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private List<String> listed(int port) throws IOException, InterruptedException {
        JsonArray servers =
                new JsonObject(ask(port, "GET", "/api/servers", "").body()).getJsonArray("servers");
        return servers.stream().map(each -> ((JsonObject) each).getString("name")).toList();
    }

    private List<String> listed() throws IOException, InterruptedException {
        return listed(directory.port());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        done(directory.sweep());
    }

    private static String announcement(String address) {
        return new JsonObject()
                .put("address", address)
                .put("name", "x")
                .put("secret", SECRET)
                .put("version", "1")
                .encode();
    }

    private JsonObject refused(int port, String body, int status)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(port, "POST", "/api/servers", body);
        assertEquals(status, answer.statusCode(), answer::body);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertEquals("application/problem+json", type);
        var problem = new JsonObject(answer.body());
        assertEquals(status, problem.getInteger("status"));
        return problem;
    }

    @Test
    void serversThatAnnounceThemselvesAreListedAndKnowOfEachOther() throws Exception {
        Host one = host("one");
        Host two = host("two");
        PilotClient ann =
                PilotClient.connect(one.vertx(), one.port(), "arena")
                        .say(hello("ann", ""))
                        .until(PilotClient::flies);
        done(one.announcer().beatNow());
        done(two.announcer().beatNow());
        HttpResponse<String> list = ask(directory.port(), "GET", "/api/servers", "");
        assertEquals("*", list.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        JsonArray servers = new JsonObject(list.body()).getJsonArray("servers");
        assertEquals(2, servers.size(), list::body);
        for (Object each : servers) {
            var server = (JsonObject) each;
            assertEquals("ffa", server.getString("mode"));
            assertEquals(4, server.getInteger("capacity"));
            assertTrue(server.getInteger("latencyMillis") >= 0);
            assertTrue(server.getString("secret") == null, list::body);
        }
        assertEquals(List.of("one"), listed(two.port()));
        String page = ask(directory.port(), "GET", "/", "").body();
        assertTrue(page.contains("href=\"http://127.0.0.1:" + one.port()), page);
        String first = ask(directory.port(), "GET", "/api/servers?limit=1", "").body();
        assertEquals("/api/servers?from=1&limit=1", new JsonObject(first).getString("next"));
        ann.close();
    }

    @Test
    void serversOfOneMachineThatBeginAtOnceAreAllListed() throws Exception {
        List<Host> hosts = List.of(host("a"), host("b"), host("c"));
        done(Future.all(hosts.stream().map(each -> each.announcer().beatNow()).toList()));
        assertEquals(List.of("a", "b", "c"), listed().stream().sorted().toList());
    }

    @Test
    void whoSaysAnothersAddressIsNotListed() throws Exception {
        Host honest = host("honest");
        Host liar = host("liar", 0, "http://127.0.0.1:" + honest.port());
        done(liar.announcer().beatNow());
        assertEquals(List.of(), listed());
        done(honest.announcer().beatNow());
        done(liar.announcer().beatNow());
        assertEquals(List.of("honest"), listed());
        JsonObject problem =
                refused(directory.port(), announcement("http://127.0.0.1:" + honest.port()), 422);
        assertTrue(problem.getString("detail").contains("is another server"), problem::encode);
        assertEquals(List.of("honest"), listed());
    }

    @Test
    void aServerThatEndsIsDroppedAndAnotherStays() throws Exception {
        Host stays = host("stays");
        Host ends = host("ends");
        done(stays.announcer().beatNow());
        done(ends.announcer().beatNow());
        done(ends.vertx().close());
        running.remove(ends.vertx());
        pass(Duration.ofSeconds(59));
        assertEquals(2, listed().size());
        pass(Duration.ofSeconds(2));
        assertEquals(List.of("stays"), listed());
        pass(Duration.ofSeconds(35));
        assertEquals(List.of(), listed(), "it answers, but its heartbeats do not come");
        done(stays.announcer().beatNow());
        assertEquals(List.of("stays"), listed());
    }

    @Test
    void aServerThatAnnouncesNothingIsNobodysToList() throws Exception {
        var start = new Server.Start("127.0.0.1", 0, "arena", 4, Arenas.lone(4, 60), 7);
        int port = done(Server.start(vertx(), start, 1)).port();
        JsonObject problem =
                refused(directory.port(), announcement("http://127.0.0.1:" + port), 422);
        assertTrue(problem.getString("detail").contains("did not announce"), problem::encode);
        assertEquals("{\"servers\":[]}", ask(port, "GET", "/api/servers", "").body());
    }

    @Test
    void whatIsNoServerOfOursIsNotListed() throws Exception {
        String itself = "http://127.0.0.1:" + directory.port();
        JsonObject problem = refused(directory.port(), announcement(itself), 422);
        assertTrue(problem.getString("detail").contains("no WebSocket"), problem::encode);
        refused(directory.port(), announcement("http://127.0.0.1:" + freePort()), 422);
    }

    @Test
    void aCarefulDirectoryConnectsToNothingPrivateAndToNobodyElse() throws Exception {
        try (var bait = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DirectoryVerticle careful = directory(Reach.CAREFUL);
            DirectoryVerticle open = directory(new Reach(false, true));
            String target = announcement("http://127.0.0.1:" + bait.getLocalPort());
            refused(careful.port(), target, 403);
            refused(open.port(), target, 403);
            for (String address : List.of("http://169.254.169.254", "http://[::1]:80")) {
                refused(careful.port(), announcement(address), 403);
                refused(open.port(), announcement(address), 403);
            }
            refused(careful.port(), announcement("http://1.1.1.1"), 403);
            refused(directory.port(), announcement("http://10.0.0.1"), 403);
            bait.setSoTimeout(1);
            assertTrue(nobodyCame(bait));
        }
    }

    private static boolean nobodyCame(ServerSocket bait) throws IOException {
        try (var came = bait.accept()) {
            return !came.isConnected();
        } catch (SocketTimeoutException nobody) {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                     | a JSON object
                    `[]`                                   | a JSON object
                    `{"address":5}`                        | 'address' is like
                    `{"players":"x"}`                      | a JSON object
                    `{}`                                   | 'address' is like
                    `{"players":-1}`                       | 'players' is a number
                    `{"name":"a\\u202eb"}`                 | 'name' is 1 to 48
                    `{"secret":"short"}`                   | 'secret' is 32
                    """)
    void garbageIsAnsweredInWords(String body, String why) throws Exception {
        String detail = refused(directory.port(), body, 400).getString("detail");
        assertTrue(detail.contains(why), detail);
    }

    @Test
    void tooMuchIsRefusedAndPasses() throws Exception {
        refused(directory.port(), "x".repeat(5000), 413);
        int refusals = 0;
        while (ask(directory.port(), "POST", "/api/servers", "{}").statusCode() == 400) {
            refusals++;
            assertTrue(refusals < 1000, "it is never too much");
        }
        refused(directory.port(), "{}", 429);
        assertEquals(200, ask(directory.port(), "GET", "/api/servers", "").statusCode());
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        refused(directory.port(), "{}", 400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/nothing,404",
        "DELETE,/api/servers,405",
        "POST,/,405",
        "GET,/api/servers?limit=0,400",
        "GET,/api/servers?from=-1,400"
    })
    void whatIsNotThereIsAProblem(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = ask(directory.port(), method, path, "");
        assertEquals(status, answer.statusCode());
        assertEquals(status, new JsonObject(answer.body()).getInteger("status"));
    }
}

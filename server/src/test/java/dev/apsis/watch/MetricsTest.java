package dev.apsis.watch;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.Handshake;
import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.measure.Buckets;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a real server tells those machines that watch it, and what people are told of that. */
@ExtendWith(VertxExtension.class)
class MetricsTest {
    private static final Path HOSTING = Path.of("../docs/HOSTING.md");
    private static final Path DASHBOARD = Path.of("../tools/grafana/apsis.json");

    /** The text format's grammar, for one sample. */
    private static final Pattern SAMPLE =
            Pattern.compile(
                    "([a-z_]+)(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? (-?[0-9.E-]+|\\+Inf)");

    private HttpClientAgent http;
    private Server server;

    /** An answer and its body. */
    private record Answer(HttpClientResponse head, Buffer body) {}

    @BeforeEach
    void start(Vertx vertx) {
        http = vertx.createHttpClient();
        var settings = new Server.Start("127.0.0.1", 0, "arena", 4, Arenas.lone(4, 60), 7);
        server = done(Server.start(vertx, settings, 2));
    }

    @AfterEach
    void hangUp() {
        done(http.close());
    }

    private Answer ask(HttpMethod method, String path, String body) {
        return done(
                http.request(method, server.port(), "127.0.0.1", path)
                        .compose(request -> request.send(body).compose(MetricsTest::read)));
    }

    /** On the answer's own event loop: elsewhere its body might be past before one asks for it. */
    private static Future<Answer> read(HttpClientResponse head) {
        return head.body().map(body -> new Answer(head, body));
    }

    /** All samples of the page: the value of each by its name and labels. */
    private Map<String, Double> samples() {
        Map<String, Double> samples = new HashMap<>();
        for (String line : page().split("\n")) {
            if (!line.startsWith("#")) {
                assertTrue(SAMPLE.matcher(line).matches(), line);
                int space = line.lastIndexOf(' ');
                Double value = Double.valueOf(line.substring(space + 1));
                assertEquals(null, samples.put(line.substring(0, space), value), line);
            }
        }
        return samples;
    }

    private String page() {
        Answer answer = ask(HttpMethod.GET, "/metrics", "");
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8", answer.head.getHeader("Content-Type"));
        return answer.body.toString();
    }

    @Test
    void everyMetricIsThereWithItsTypeAndItsWords() {
        String page = page();
        for (Metric metric : Metric.values()) {
            assertTrue(page.contains("# HELP " + metric.title() + " " + metric.help() + "\n"));
            assertTrue(
                    page.contains(
                            "# TYPE %s %s\n".formatted(metric.title(), metric.kind().word())));
        }
    }

    private static double at(Map<String, Double> samples, String name) {
        return Objects.requireNonNull(samples.get(name), name);
    }

    private PilotClient fly(Vertx vertx) {
        return PilotClient.connect(vertx, server.port(), "arena")
                .say(PilotClient.hello("Ada", ""))
                .until(pilot -> pilot.snapshots() > 0);
    }

    @Test
    void aPilotIsSeenInTheFiguresOfItsRoom(Vertx vertx) {
        PilotClient pilot = fly(vertx);
        Map<String, Double> samples = samples();
        assertEquals(1, at(samples, "apsis_people{room=\"arena\"}"));
        assertEquals(4, at(samples, "apsis_room_capacity{room=\"arena\"}"));
        double open =
                at(samples, "apsis_connections{loop=\"0\"}")
                        + at(samples, "apsis_connections{loop=\"1\"}");
        assertEquals(1, open);
        double ticks = at(samples, "apsis_tick_seconds_count{room=\"arena\"}");
        String steps = "apsis_tick_phase_seconds_count{room=\"arena\",phase=\"step\"}";
        assertEquals(ticks, at(samples, steps));
        pilot.close(); // what it was shown is told of at once
        double sent = 0;
        while (sent == 0) {
            sent = at(samples(), "apsis_frames_sent_total{room=\"arena\"}");
        }
        assertTrue(at(samples(), "apsis_frame_bytes_total{room=\"arena\"}") > sent);
    }

    @Test
    void aHistogramsBucketsRiseToItsCount() {
        Map<String, Double> samples = samples();
        double before = 0;
        for (int i = 0; i < Buckets.edges(); i++) {
            String edge = String.valueOf(Buckets.edgeNanos(i) / 1e9);
            String le = edge.replaceAll("\\.0$", "");
            double count =
                    at(samples, "apsis_tick_seconds_bucket{room=\"arena\",le=\"" + le + "\"}");
            assertTrue(count >= before, "up to " + edge);
            before = count;
        }
        String all = "apsis_tick_seconds_bucket{room=\"arena\",le=\"+Inf\"}";
        assertEquals(at(samples, "apsis_tick_seconds_count{room=\"arena\"}"), at(samples, all));
    }

    @Test
    void whoIsTurnedAwayIsCountedByTheReason(Vertx vertx) {
        PilotClient.connect(vertx, server.port(), "nowhere").until(PilotClient::closed);
        assertEquals(1, at(samples(), "apsis_refusals_total{reason=\"no_room\"}"));
        ask(HttpMethod.GET, "/play/nowhere/stream", "");
        assertEquals(2, at(samples(), "apsis_refusals_total{reason=\"no_room\"}"), "by stream");
    }

    @Test
    void aLineThatIsCutIsNoRefusal() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            Handshake.send(socket);
            awaitConnections(1);
            socket.setSoLinger(/* on= */ true, /* linger= */ 0); // its end is a reset
        }
        awaitConnections(0);
        assertEquals(0, samples().getOrDefault("apsis_refusals_total{reason=\"malformed\"}", 0.0));
    }

    private void awaitConnections(int wanted) {
        double open = -1;
        while (open != wanted) {
            Map<String, Double> samples = samples();
            open =
                    at(samples, "apsis_connections{loop=\"0\"}")
                            + at(samples, "apsis_connections{loop=\"1\"}");
        }
    }

    @Test
    void aRoomThatIsNotListedIsNotNamed() {
        ask(HttpMethod.POST, "/api/rooms", "{\"name\":\"our-secret\",\"listed\":false}");
        String page = page();
        assertFalse(page.contains("our-secret"), page);
        assertTrue(page.contains("apsis_players{room=\"unlisted.2\"}"), page);
    }

    @Test
    void aPauseOfTheJvmIsCounted() {
        double before = at(samples(), "jvm_gc_pause_seconds_count");
        System.gc();
        double after = before;
        while (after == before) { // it is told of a moment later
            after = at(samples(), "jvm_gc_pause_seconds_count");
        }
        assertTrue(after > before);
    }

    @Test
    void aServerIsLiveAndReadyUntilItDrains(Vertx vertx) {
        PilotClient pilot = fly(vertx);
        assertEquals(200, ask(HttpMethod.GET, "/health/live", "").head.statusCode());
        assertEquals(200, ask(HttpMethod.GET, "/health/ready", "").head.statusCode());
        var draining = server.drain(60);
        Answer answer = ask(HttpMethod.GET, "/health/ready", "");
        while (answer.head.statusCode() == 200) { // the news is on its way
            answer = ask(HttpMethod.GET, "/health/ready", "");
        }
        assertEquals(503, answer.head.statusCode());
        var said = new JsonObject(answer.body);
        assertEquals("the server is about to end", said.getString("why"));
        assertEquals(200, ask(HttpMethod.GET, "/health/live", "").head.statusCode());
        assertEquals(1, at(samples(), "apsis_draining"));
        assertFalse(draining.isComplete(), "somebody still flies");
        pilot.close();
    }

    @Test
    void theTableForPeopleIsThatOfTheCode() throws IOException {
        var table = new StringBuilder("| metric | kind | tells |\n|---|---|---|\n");
        for (Metric metric : Metric.values()) {
            table.append(
                    "| `%s` | %s | %s |\n"
                            .formatted(metric.title(), metric.kind().word(), metric.help()));
        }
        String page = Files.readString(HOSTING);
        String begin = "<!-- metrics -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- /metrics -->");
        assertEquals(table.toString(), page.substring(from, to), "copy the table from here");
    }

    @Test
    void theDashboardAsksOnlyForMetricsThereAre() throws IOException {
        Set<String> there = new TreeSet<>();
        for (Metric metric : Metric.values()) {
            there.add(metric.title());
            if (metric.kind() == Metric.Kind.HISTOGRAM) {
                Set.of("_bucket", "_sum", "_count").forEach(end -> there.add(metric.title() + end));
            }
        }
        Set<String> asked = new TreeSet<>();
        Matcher found = Pattern.compile("\\b(apsis|jvm|process)_[a-z_]+").matcher(expressions());
        while (found.find()) {
            asked.add(found.group());
        }
        assertTrue(asked.size() > 15, "it asks for much: " + asked);
        asked.removeAll(there);
        assertEquals(Set.of(), asked);
    }

    /** What the panels of the dashboard ask Prometheus for. */
    private static String expressions() throws IOException {
        var expressions = new StringBuilder();
        var board = new JsonObject(Files.readString(DASHBOARD));
        for (Object panel : board.getJsonArray("panels")) {
            for (Object target : ((JsonObject) panel).getJsonArray("targets")) {
                expressions.append(((JsonObject) target).getString("expr")).append('\n');
            }
        }
        return expressions.toString();
    }
}

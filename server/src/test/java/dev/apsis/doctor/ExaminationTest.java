package dev.apsis.doctor;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.BrokenProxy;
import dev.apsis.BrokenProxy.Fault;
import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The terminal's doctor: what it reads of a real server, and what it makes of readings. */
@ExtendWith(VertxExtension.class)
class ExaminationTest {
    private static final Path CASES = Path.of("..", "docs", "vectors", "doctor.json");
    private static final int SECONDS = 2;

    private static Readings examine(int port) throws InterruptedException {
        URI server = URI.create("http://127.0.0.1:" + port);
        return new Examination(server, () -> System.nanoTime() / 1e6).run(SECONDS);
    }

    private static int serve(Vertx vertx) {
        var settings = new Server.Start("127.0.0.1", 0, "arena", 2, Arenas.lone(2, 60), 7);
        return done(Server.start(vertx, settings, 2)).port();
    }

    private static List<String> faults(Verdict verdict) {
        return verdict.findings().stream().map(Verdict.Finding::fault).toList();
    }

    @Test
    void allFourTransportsBringAllEventsOnce(Vertx vertx) throws InterruptedException {
        Readings readings = examine(serve(vertx));
        for (Transport transport : Transport.values()) {
            Figures figures = readings.of(transport);
            assertTrue(figures.events() > 3, transport + ": " + figures.json());
            assertEquals(0, figures.lost + figures.doubled, transport + ": " + figures.json());
            assertTrue(figures.downBytes > 100 && figures.upBytes > 50, transport.word());
        }
        String text = Report.text(readings, Verdict.of(readings));
        assertTrue(text.startsWith("Play over WebSocket"), text);
        assertEquals(
                4, Report.json(readings, Verdict.of(readings)).getJsonObject("transports").size());
    }

    @Test
    void aBlockedUpgradeIsNamedAndTheOthersWork(Vertx vertx) throws InterruptedException {
        Readings readings = examine(new BrokenProxy(vertx, Fault.NO_UPGRADE, serve(vertx)).port());
        assertTrue(faults(Verdict.of(readings)).contains("no_socket"));
        assertFalse(readings.of(Transport.SOCKET).opened);
        assertTrue(readings.of(Transport.SSE).events() > 3);
    }

    @Test
    void theGoldenCasesAreJudgedAsThePageJudgesThem() throws IOException {
        JsonArray cases = new JsonArray(Files.readString(CASES));
        for (int i = 0; i < cases.size(); i++) {
            JsonObject each = cases.getJsonObject(i);
            Verdict verdict = Verdict.of(readings(each));
            assertEquals(each.getJsonArray("faults").getList(), faults(verdict), each::encode);
            assertEquals(each.getString("advice"), verdict.advice());
            assertEquals(
                    each.getJsonArray("words").getList(),
                    verdict.findings().stream().map(Verdict.Finding::words).toList());
        }
        assertTrue(cases.size() > 8);
    }

    private static Readings readings(JsonObject json) {
        Map<Transport, Figures> figures = new EnumMap<>(Transport.class);
        for (Transport transport : Transport.values()) {
            figures.put(transport, Figures.of(json.getJsonObject(transport.word())));
        }
        JsonObject way = json.getJsonObject("way");
        List<Double> trips =
                way.getJsonArray("roundTripMillis").stream()
                        .map(trip -> ((Number) trip).doubleValue())
                        .toList();
        return new Readings(
                figures,
                new Way(trips, way.getDouble("offsetMillis"), way.getBoolean("secure"), 15));
    }
}

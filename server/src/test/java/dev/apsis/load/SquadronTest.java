package dev.apsis.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A real load on a real, small server. */
@ExtendWith(VertxExtension.class)
class SquadronTest {
    private static final int SEATS = 4;
    private static final int MOST_TRIES = 5;

    private final List<Moment> moments = new ArrayList<>();
    private URI server = URI.create("ws://127.0.0.1/");

    @BeforeEach
    void start(Vertx vertx) {
        var settings = new Server.Start("127.0.0.1", 0, "arena", SEATS, Arenas.lone(SEATS, 60), 7);
        server =
                URI.create(
                        "ws://127.0.0.1:"
                                + PilotClient.done(Server.start(vertx, settings, 1)).port());
    }

    @ParameterizedTest
    @EnumSource(Temper.class)
    void whoeverFliesReadsEveryFrame(Temper temper) throws IOException {
        Report report = load(temper, SEATS, "arena");

        assertEquals(SEATS, report.joined(), report.why());
        assertEquals(0, report.refused());
        assertEquals(0, report.lost(), report.why());
        assertTrue(report.frames() > SEATS, report::text);
        assertEquals(0, report.desyncs());
        assertEquals(0, report.garbled());
        assertTrue(report.payloadBytesPerClientSecond() > 0, report::text);
        assertTrue(report.wireBytesPerClientSecond() > report.payloadBytesPerClientSecond());
        assertTrue(report.trips().p50() > 0, "commands were acknowledged");
    }

    @Test
    void whoeverFindsNoSeatIsCountedAndTheOthersFly() throws IOException {
        Report report = load(Temper.IDLE, SEATS + 2, "arena");

        assertEquals(SEATS, report.joined());
        assertEquals(2, report.refused());
        assertEquals("the room is full", report.why());
        assertTrue(report.frames() > 0);
    }

    @Test
    void aRoomThatIsNotThereLetsNobodyIn() throws IOException {
        Report report = load(Temper.IDLE, 2, "nowhere");

        assertEquals(0, report.joined());
        assertEquals(2, report.refused());
        assertEquals("there is no such room", report.why());
    }

    @Test
    void aServerThatIsNotThereLetsNobodyIn() throws IOException {
        server = URI.create("ws://127.0.0.1:1");
        Report report = load(Temper.IDLE, 2, "arena");

        assertEquals(0, report.joined());
        assertEquals(2, report.refused());
        assertFalse(report.why().isEmpty());
    }

    @Test
    void whoeverLeavesLeavesTheSeatToOthers() throws IOException {
        load(Temper.IDLE, SEATS, "arena");
        int joined = 0;
        for (int tries = 0; tries < MOST_TRIES && joined < SEATS; tries++) {
            joined = load(Temper.IDLE, SEATS, "arena").joined();
        }

        assertEquals(SEATS, joined, "long before the seats of lost connections are free");
    }

    @Test
    void aRoomIsBookedOnceAndThenThere() throws IOException {
        assertTrue(Booking.ask(server, "load", 8).opened());
        assertFalse(Booking.ask(server, "load", 8).opened());

        assertEquals(8, load(Temper.RANDOM, 8, "load").joined());
    }

    /** Scripts rely on these names. */
    @Test
    void theReportsKeysAreAContract() throws IOException {
        JsonObject json = load(Temper.RANDOM, 2, "arena").json();

        Set<String> contract =
                Set.of(
                        "joined",
                        "refused",
                        "frames_per_s",
                        "payload_bytes_per_client_s",
                        "interarrival_ms",
                        "age_ms",
                        "rtt_ms",
                        "late_commands",
                        "resyncs",
                        "desyncs",
                        "decode_errors",
                        "cpu_cores");
        assertTrue(json.fieldNames().containsAll(contract), json::encodePrettily);
        for (String spread : List.of("interarrival_ms", "age_ms", "rtt_ms")) {
            assertEquals(Set.of("p50", "p99", "max"), json.getJsonObject(spread).fieldNames());
        }
        assertEquals(2, json.getInteger("joined"));
        assertTrue(json.getDouble("frames_per_s") > 0, json::encode);
    }

    @Test
    void itSaysHowItStandsOnceASecond() throws IOException {
        load(Temper.RANDOM, 1, "arena");

        assertTrue(moments.stream().anyMatch(moment -> moment.joined() == 1), moments::toString);
    }

    private Report load(Temper temper, int count, String room) throws IOException {
        var plan = new Plan(server, List.of(room), count, temper, 0, 1, 5, ProcessHandle.current());
        try (Squadron squadron = new Squadron(plan, System::nanoTime, moments::add)) {
            return squadron.fly();
        }
    }
}

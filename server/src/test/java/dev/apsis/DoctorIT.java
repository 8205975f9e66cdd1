package dev.apsis;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

import dev.apsis.BrokenProxy.Fault;
import dev.apsis.app.Server;
import dev.apsis.protocol.orbit.Arena;

import io.vertx.core.Vertx;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** The connection doctor in a browser, behind proxies that are broken in one way each. */
class DoctorIT {
    private static final Arena CALM = new Arena(800, 60, List.of());
    private static final String DONE = "() => document.body.dataset.status === 'done'";
    private static final String FAULTS =
            "() => [...document.querySelectorAll('.findings li')].map((li) => li.dataset.fault)";
    private static final String BLOCKED =
            "() => [...document.querySelectorAll('[data-state=\"blocked\"]')]"
                    + ".map((card) => card.dataset.transport)";

    private static Chromium chromium;
    private static Vertx vertx;
    private static int port;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        vertx = Vertx.vertx();
        var settings = new Server.Start("127.0.0.1", 0, "arena", 8, CALM, 7);
        port = done(Server.start(vertx, settings, 2)).port();
    }

    @AfterAll
    static void close() {
        if (vertx != null) {
            done(vertx.close());
            chromium.close();
        }
    }

    private static String through(Fault fault) {
        return "http://127.0.0.1:" + new BrokenProxy(vertx, fault, port).port();
    }

    private static List<?> faults(Visitor visitor, int seconds) {
        visitor.open("/doctor?seconds=" + seconds);
        visitor.page().waitForFunction(DONE);
        return (List<?>) visitor.page().evaluate(FAULTS);
    }

    @Test
    void whereNothingIsBrokenAllFourWorkAndNoneLosesAnEvent() throws Exception {
        try (Visitor visitor = Visitor.atDesk(chromium, "http://127.0.0.1:" + port)) {
            List<?> faults = faults(visitor, 6);
            visitor.photograph("doctor");
            Page page = visitor.page();
            assertEquals(List.of(), page.evaluate(BLOCKED), () -> faults.toString());
            assertTrue(
                    List.of("unsteady", "far").containsAll(faults), // of a machine at work
                    faults::toString);
            assertTrue(page.textContent(".headline").startsWith("Play over WebSocket"));
            Accessible.check(page, "the doctor");
        }
    }

    @Test
    void itFitsAPhone() throws Exception {
        try (Visitor visitor = Visitor.withPhone(chromium, "http://127.0.0.1:" + port, 390, 844)) {
            faults(visitor, 3);
            visitor.photograph("doctor-phone");
            Object wider = visitor.page().evaluate("() => document.body.scrollWidth > innerWidth");
            assertEquals(false, wider);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NO_UPGRADE, 5, no_socket",
        "BUFFERING, 5, buffered",
        "DELAY, 5, far",
        "DROP, 14, cut"
    })
    void aBrokenProxyIsNamed(Fault fault, int seconds, String name) {
        try (Visitor visitor = Visitor.atDesk(chromium, through(fault))) {
            List<?> faults = faults(visitor, seconds);
            visitor.photograph("doctor-" + name);
            assertTrue(faults.contains(name), faults::toString);
        }
    }

    @Test
    void aPilotFliesWhereNoSocketGetsThrough() {
        try (Visitor visitor = Visitor.atDesk(chromium, through(Fault.NO_UPGRADE))) {
            visitor.open("/play/arena").untilFlying();
            Page page = visitor.page();
            page.waitForSelector("[data-say=\"detour\"]:not([hidden])");
            visitor.hold("ArrowUp", "() => Number(document.body.dataset.speed) > 0");
            visitor.photograph("game-stream");
        }
    }
}

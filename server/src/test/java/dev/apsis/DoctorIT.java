package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

import dev.apsis.BrokenProxy.Fault;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** The connection doctor in a browser, behind proxies that are broken in one way each. */
class DoctorIT {
    private static final String DONE = "() => document.body.dataset.status === 'done'";
    private static final String FAULTS =
            "() => [...document.querySelectorAll('.findings li')].map((li) => li.dataset.fault)";
    private static final String BLOCKED =
            "() => [...document.querySelectorAll('[data-state=\"blocked\"]')]"
                    + ".map((card) => card.dataset.transport)";

    private static Grounds grounds;

    @BeforeAll
    static void open() {
        grounds = Grounds.open(8, 2);
    }

    @AfterAll
    static void close() {
        if (grounds != null) {
            grounds.close();
        }
    }

    private static String through(Fault fault) {
        return "http://127.0.0.1:" + new BrokenProxy(grounds.vertx(), fault, grounds.port()).port();
    }

    private static List<?> faults(Visitor visitor, int seconds) {
        visitor.open("/doctor?seconds=" + seconds);
        visitor.page().waitForFunction(DONE);
        return (List<?>) visitor.page().evaluate(FAULTS);
    }

    @Test
    void whereNothingIsBrokenAllFourWorkAndNoneLosesAnEvent() throws Exception {
        try (Visitor visitor = grounds.desk()) {
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
        try (Visitor visitor = grounds.phone(390, 844)) {
            faults(visitor, 3);
            visitor.photograph("doctor-phone");
            Object wider = visitor.page().evaluate("() => document.body.scrollWidth > innerWidth");
            assertEquals(false, wider);
        }
    }

    @Test
    void itSpeaksWhatTheLobbySpeaks() {
        try (Visitor visitor = grounds.phone(390, 844)) {
            Page page = visitor.page();
            page.addInitScript("localStorage.setItem('apsis.settings', '{\"language\":\"hi\"}')");
            faults(visitor, 3);
            visitor.photograph("doctor-hindi");
            assertEquals("hi", page.getAttribute("html", "lang"));
            assertEquals("कनेक्शन डॉक्टर", page.textContent("h1"));
            String report = page.inputValue("textarea");
            assertTrue(report.startsWith("Connection doctor of"), report);
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
        try (Visitor visitor = Visitor.atDesk(grounds.chromium(), through(fault))) {
            List<?> faults = faults(visitor, seconds);
            visitor.photograph("doctor-" + name);
            assertTrue(faults.contains(name), faults::toString);
        }
    }

    @Test
    void aPilotFliesWhereNoSocketGetsThrough() {
        try (Visitor visitor = Visitor.atDesk(grounds.chromium(), through(Fault.NO_UPGRADE))) {
            visitor.open("/play/arena").untilFlying();
            Page page = visitor.page();
            page.waitForSelector("[data-say=\"detour\"]:not([hidden])");
            visitor.hold("ArrowUp", "() => Number(document.body.dataset.speed) > 0");
            visitor.photograph("game-stream");
        }
    }
}

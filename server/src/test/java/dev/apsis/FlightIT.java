package dev.apsis;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

import dev.apsis.app.Server;
import dev.apsis.protocol.orbit.Arena;

import io.vertx.core.Vertx;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What a pilot sees of a flight over good lines and bad ones, told by the page's own scene. */
class FlightIT {
    /** A place where nobody hits anything, and everybody is in sight. */
    private static final Arena CALM = new Arena(800, 60, List.of());

    /**
     * Boosted, in units per second; what is drawn may be three tenths faster while it catches up.
     */
    private static final double FULL_SPEED = 900;

    /** A picture more or less is drawn before the burst is read. */
    private static final int MOST_TICKS_BEHIND = 12;

    private static final double MOST_CORRECTION_UNITS = 0.5;

    private static final int LEAST_CALM = 50;

    /** A server three quarters of a thousand kilometres away, by radio. */
    private static final String FAR =
            """
            localStorage.setItem('apsis.settings', JSON.stringify({ weather: { delayMillis: 150,
                jitterMillis: 30, stallsPerMinute: 0, dropPercent: 0 } }));
            """;

    /** Torpedoes in the picture, those of own ship or those of others. */
    private static final String SHOTS =
            """
            own => {
              const s = document.body.scene;
              if (!s || s.self < 0) return false;
              const { stride, torpedoType, torpedo, ship } = s.fields;
              const seat = s.rows[s.self * stride + ship.seat];
              for (let i = 0; i < s.count; i++) {
                const at = i * stride;
                if (s.types[i] === torpedoType && s.rows[at + torpedo.life] > 0
                    && (s.rows[at + torpedo.owner] === seat) === own) return true;
              }
              return false;
            }
            """;

    /**
     * Notes each correction of own ship, and which of them came after two seconds without a late
     * command or a picture that took long: a page that sleeps sends nothing.
     */
    private static final String NOTE_CORRECTIONS =
            """
            () => {
              window.noted = [];
              window.calm = [];
              let [known, troubled, last] = [0, performance.now(), performance.now()];
              const note = now => {
                const { scene, dataset } = document.body;
                if (!(Number(dataset.slack) >= 0) || now - last > 90) troubled = now;
                last = now;
                if (scene.known !== known) noted.push(scene.correction);
                if (scene.known !== known && now - troubled > 2000) calm.push(scene.correction);
                known = scene.known;
                requestAnimationFrame(note);
              };
              note(performance.now());
            }
            """;

    /** Sockets whose messages can be held back, then let through at once; kinds are noted. */
    private static final String HOLDABLE_SOCKETS =
            """
            (() => {
              const Real = window.WebSocket;
              const held = [];
              window.kinds = [];
              window.WebSocket = class extends Real {
                set onmessage(listener) {
                  super.onmessage = listener && (event => {
                    const first = new Uint8Array(event.data)[0];
                    const world = first & 16 ? 'fresh' : 'world';
                    window.kinds.push((first & 15) === 0 ? world : 'words');
                    if (window.holding) held.push(() => listener(event));
                    else listener(event);
                  });
                }
              };
              window.letGo = () => {
                window.holding = false;
                held.splice(0).forEach(each => each());
              };
            })();
            """;

    /**
     * Holds everything back for almost a second (after a whole one the page would connect anew),
     * and notes each picture: how far behind its newest snapshot was, and how fast ships were
     * drawn.
     */
    private static final String STALL =
            """
            async () => {
              const pictures = [];
              let last = null;
              let over = false;
              const note = now => {
                const s = document.body.scene;
                const places = new Map();
                let fastest = 0;
                for (let i = 0; i < s.count; i++) {
                  if (s.types[i] !== s.fields.shipType) continue;
                  places.set(s.keys[i], [s.x[i], s.y[i]]);
                  const was = last && last.places.get(s.keys[i]);
                  const way = was ? Math.hypot(s.x[i] - was[0], s.y[i] - was[1]) : 0;
                  if (!last || now <= last.now) continue;
                  fastest = Math.max(fastest, way * 1000 / (now - last.now));
                }
                pictures.push({ now, known: s.known, fastest, over });
                last = { now, places };
                requestAnimationFrame(note);
              };
              requestAnimationFrame(note);
              window.holding = true;
              const begun = document.body.scene.known;
              await new Promise(done => setTimeout(done, 850));
              letGo();
              over = true;
              while (pictures.filter(each => each.over).length < 20) {
                await new Promise(requestAnimationFrame);
              }
              const after = pictures.filter(each => each.over);
              const during = pictures.filter(each => !each.over);
              return {
                heldTicks: during[during.length - 1].known - begun,
                jumpTicks: after[1].known - begun,
                behindTicks: after[3].known - after[1].known - (after[3].now - after[1].now) * 0.06,
                fastest: Math.max(...pictures.map(each => each.fastest)),
              };
            }
            """;

    private static final String HIDE =
            """
            hidden => {
              Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });
              window.kinds = [];
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """;

    private static Chromium chromium;
    private static Vertx vertx;
    private static String address;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        vertx = Vertx.vertx();
        var settings = new Server.Start("127.0.0.1", 0, "arena", 4, CALM, 7);
        address = "http://127.0.0.1:" + done(Server.start(vertx, settings, 2)).port();
    }

    @AfterAll
    static void close() {
        if (vertx != null) {
            done(vertx.close());
            chromium.close();
        }
    }

    private static Page fly(Visitor visitor, String name) {
        visitor.open("/play/arena?name=" + name).untilFlying();
        return visitor.page();
    }

    @Test
    void twoPilotsSeeEachOthersShots() {
        try (Visitor first = Visitor.atDesk(chromium, address);
                Visitor second = Visitor.atDesk(chromium, address)) {
            Page ann = fly(first, "ann");
            Page bob = fly(second, "bob");
            ann.waitForFunction("() => document.body.dataset.ships === '2'");
            ann.keyboard().down("Space");
            ann.waitForFunction(SHOTS, true);
            bob.waitForFunction(SHOTS, false);
            ann.keyboard().up("Space");
            bob.keyboard().down("Space");
            bob.waitForFunction(SHOTS, true);
            ann.waitForFunction(SHOTS, false);
            second.photograph("shots");
            bob.keyboard().up("Space");
        }
    }

    /**
     * Where every command comes in time there is nothing to correct; flight.test.ts shows that in
     * virtual time. A machine too busy to fly on makes corrections of its own, which are not the
     * link's: if it leaves too little to judge by, this says so and judges nothing.
     */
    @Test
    void overAFarAndUnevenLinkOwnShipIsHardlyEverCorrected() {
        try (Visitor visitor = Visitor.atDesk(chromium, address)) {
            visitor.page().addInitScript(FAR);
            Page page = fly(visitor, "far");
            page.waitForFunction("() => Number(document.body.dataset.slack) >= 0");
            page.evaluate(NOTE_CORRECTIONS);
            page.keyboard().down("ArrowUp");
            for (int i = 1; i <= 4; i++) {
                page.keyboard().down(i % 2 == 0 ? "ArrowLeft" : "ArrowRight");
                page.waitForFunction(
                        "least => noted.length > 3 * least || calm.length > least", 15 * i);
                page.keyboard().up(i % 2 == 0 ? "ArrowLeft" : "ArrowRight");
            }
            page.keyboard().up("ArrowUp");
            var calm = (List<?>) page.evaluate("() => calm.sort((a, b) => b - a)");
            Assumptions.assumeTrue(calm.size() >= LEAST_CALM, "NOT JUDGED: too busy to fly on");
            double worst = ((Number) calm.get(calm.size() / 100)).doubleValue();
            assertTrue(worst <= MOST_CORRECTION_UNITS, "99 in 100 corrections, units: " + worst);
        }
    }

    @Test
    void afterAStallTheNewestIsDrawnAtOnceAndNobodyRaces() {
        try (Visitor first = Visitor.atDesk(chromium, address);
                Visitor second = Visitor.atDesk(chromium, address)) {
            Page bob = fly(second, "bob");
            bob.keyboard().down("ArrowUp");
            first.page().addInitScript(HOLDABLE_SOCKETS);
            Page ann = fly(first, "ann");
            ann.waitForFunction("() => document.body.dataset.ships === '2'");
            var seen = (Map<?, ?>) ann.evaluate(STALL);
            assertTrue(number(seen, "heldTicks") <= MOST_TICKS_BEHIND, seen.toString());
            assertTrue(number(seen, "jumpTicks") >= 30, seen.toString());
            assertTrue(number(seen, "behindTicks") <= MOST_TICKS_BEHIND, seen.toString());
            assertTrue(number(seen, "fastest") <= 1.3 * FULL_SPEED, seen.toString());
            assertEquals("flying", first.mark("status"));
        }
    }

    private static double number(Map<?, ?> seen, String name) {
        return seen.get(name) instanceof Number found ? found.doubleValue() : Double.NaN;
    }

    @Test
    void aHiddenPageIsToldNothingAndAShownOneEverything() {
        try (Visitor visitor = Visitor.atDesk(chromium, address)) {
            visitor.page().addInitScript(HOLDABLE_SOCKETS);
            Page page = fly(visitor, "ann");
            page.evaluate(HIDE, true);
            page.waitForFunction(
                    "() => kinds.length > 3 && kinds.slice(-3).every(each => each === 'words')");
            page.evaluate("() => { window.before = document.body.scene.known; }");
            page.evaluate(HIDE, false);
            page.waitForFunction("() => document.body.scene.known > before + 30");
            var first = page.evaluate("() => kinds.find(each => each !== 'words')");
            assertEquals("fresh", first, "all is told anew, nothing of the past is replayed");
        }
    }
}

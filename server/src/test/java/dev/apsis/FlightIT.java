package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What a pilot sees of a flight over good lines and bad ones, told by the page's own scene. */
class FlightIT {
    /**
     * Boosted, in units per second; what is drawn may be three tenths faster while it catches up.
     */
    private static final double FULL_SPEED = 900;

    /** A picture more or less is drawn before the burst is read; beyond that, this. */
    private static final int MOST_TICKS_BEHIND = 10;

    private static final Page.WaitForFunctionOptions PATIENCE =
            new Page.WaitForFunctionOptions().setTimeout(120_000);

    private static final double MOST_CORRECTION_UNITS = 0.5;

    /** Judged with each of four keys held. */
    private static final int LEAST_JUDGED = 50;

    /** A server three quarters of a thousand kilometres away, by radio. */
    private static final String FAR =
            """
            localStorage.setItem('apsis.settings', JSON.stringify({ weather: { delayMillis: 150,
                jitterMillis: 30, stallsPerMinute: 0, dropPercent: 0 } }));
            """;

    /** The room has said that commands come in time: from here on the page's clock is not set. */
    private static final String PUNCTUAL = "() => Number(document.body.dataset.slack) >= 0";

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
     * Notes the corrections of own ship for which the server says that every command had come in
     * time: however busy this machine is, those are nobody's fault but the page's.
     */
    private static final String NOTE_CORRECTIONS =
            """
            () => {
              window.punctual = [];
              let seen = document.body.dataset.known;
              const note = () => {
                const { dataset } = document.body;
                if (dataset.known !== seen && dataset.punctual === 'true') {
                  punctual.push(Number(dataset.correction));
                }
                seen = dataset.known;
                requestAnimationFrame(note);
              };
              note();
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
     * and notes each picture: how far behind its newest snapshot was, how fast ships moved in the
     * time that was drawn, and whether that time itself hurried.
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
                  const ticks = last ? s.tick - last.tick : 0;
                  if (ticks >= 0.5) fastest = Math.max(fastest, way * 60 / ticks);
                }
                pictures.push({ now, tick: s.tick, known: s.known, fastest, over });
                last = { tick: s.tick, places };
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
                pictureTicks: Math.max(
                  ...pictures.slice(1).map((each, i) => (each.now - pictures[i].now) * 0.06)),
                fastest: Math.max(...pictures.map(each => each.fastest)),
                hurryTicks: after[after.length - 1].tick - pictures[0].tick
                  - (after[after.length - 1].now - pictures[0].now) * 0.06,
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

    private static Grounds grounds;

    @BeforeAll
    static void open() {
        grounds = Grounds.open(4, 2);
    }

    @AfterAll
    static void close() {
        if (grounds != null) {
            grounds.close();
        }
    }

    /** On a small page, which even a processor paints often: all here is judged by pictures. */
    private static Page fly(Visitor visitor, String name) {
        visitor.page().setViewportSize(640, 400);
        visitor.open("/play/arena?name=" + name).untilFlying();
        return visitor.page();
    }

    @Test
    void twoPilotsSeeEachOthersShots() {
        try (Visitor first = grounds.desk();
                Visitor second = grounds.desk()) {
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
     * virtual time, this with a real socket and a real server.
     */
    @Test
    void overAFarAndUnevenLinkOwnShipIsHardlyEverCorrected() {
        try (Visitor visitor = grounds.desk()) {
            visitor.page().addInitScript(FAR);
            Page page = fly(visitor, "far");
            page.waitForFunction(PUNCTUAL);
            page.evaluate(NOTE_CORRECTIONS);
            page.keyboard().down("ArrowUp");
            for (int i = 1; i <= 4; i++) {
                page.keyboard().down(i % 2 == 0 ? "ArrowLeft" : "ArrowRight");
                page.waitForFunction(
                        "least => punctual.length >= least", LEAST_JUDGED * i, PATIENCE);
                page.keyboard().up(i % 2 == 0 ? "ArrowLeft" : "ArrowRight");
            }
            page.keyboard().up("ArrowUp");
            var judged = (List<?>) page.evaluate("() => punctual.sort((a, b) => b - a)");
            double worst = ((Number) judged.get(judged.size() / 100)).doubleValue();
            assertTrue(worst <= MOST_CORRECTION_UNITS, "99 in 100 corrections, units: " + worst);
        }
    }

    @Test
    void afterAStallTheNewestIsDrawnAtOnceAndNobodyRaces() {
        try (Visitor first = grounds.desk();
                Visitor second = grounds.desk()) {
            Page bob = fly(second, "bob");
            bob.keyboard().down("ArrowUp");
            first.page().addInitScript(HOLDABLE_SOCKETS);
            Page ann = fly(first, "ann");
            ann.waitForFunction("() => document.body.dataset.ships === '2'");
            ann.waitForFunction(PUNCTUAL);
            var seen = (Map<?, ?>) ann.evaluate(STALL);
            double mostBehind = MOST_TICKS_BEHIND + number(seen, "pictureTicks");
            assertTrue(number(seen, "heldTicks") <= mostBehind, seen.toString());
            assertTrue(number(seen, "jumpTicks") >= 30, seen.toString());
            assertTrue(number(seen, "behindTicks") <= mostBehind, seen.toString());
            assertTrue(number(seen, "fastest") <= 1.3 * FULL_SPEED, seen.toString());
            assertTrue(number(seen, "hurryTicks") <= mostBehind, seen.toString());
            assertEquals("flying", first.mark("status"));
        }
    }

    private static double number(Map<?, ?> seen, String name) {
        return seen.get(name) instanceof Number found ? found.doubleValue() : Double.NaN;
    }

    @Test
    void aHiddenPageIsToldNothingAndAShownOneEverything() {
        try (Visitor visitor = grounds.desk()) {
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

package dev.apsis;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

import dev.apsis.admin.Badge;
import dev.apsis.admin.Badges;
import dev.apsis.admin.Role;
import dev.apsis.app.Server;
import dev.apsis.app.Watch;
import dev.apsis.config.LiveSettings;
import dev.apsis.gateway.Archive;
import dev.apsis.orbit.GameSettings;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.store.Store;
import dev.apsis.store.StoreSettings;

import io.vertx.core.Vertx;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The admin page in a real browser, on a desk's screen and on a phone's. */
class AdminIT {
    private static final Arena CALM = new Arena(800, 60, List.of());
    private static final String SECRET = "open-sesame-and-be-quick";
    private static final String LIVE = "() => Number(document.body.dataset.moments) >= 4";

    private static Chromium chromium;

    private final List<String> addresses = new ArrayList<>();
    private Vertx vertx;
    private Store store;
    private Server server;
    private String address;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void start(@TempDir Path folder) {
        vertx = Vertx.vertx();
        store =
                Store.open(
                        StoreSettings.embedded(folder), InstantSource.system(), new SecureRandom());
        var badges =
                new Badges(
                        List.of(
                                Badge.of("ada", Role.ADMIN, SECRET),
                                Badge.of("vic", Role.VIEW, SECRET + "-view")));
        var game = GameSettings.freeForAll(CALM, 8);
        var settings = new Server.Start("127.0.0.1", 0, Set.of(), "arena", game, 3, 7);
        var watch = new Watch(badges, new Archive(store), LiveSettings.standard(), seconds -> {});
        server = done(Server.start(vertx, settings, 2, watch));
        address = "http://127.0.0.1:" + server.port();
    }

    @AfterEach
    void stop() {
        done(vertx.close());
        store.close();
    }

    private PilotClient fly(String name) {
        return PilotClient.connect(vertx, server.port(), "arena")
                .say(PilotClient.hello(name, ""))
                .until(pilot -> pilot.snapshots() > 0);
    }

    private Visitor enter(Screen screen, String token) {
        Visitor visitor = screen.visitor(chromium, address);
        Page page = visitor.page();
        page.onRequest(request -> addresses.add(request.url()));
        page.navigate(address + "/admin");
        page.fill(".sign-in input", token);
        page.keyboard().press("Enter");
        return visitor;
    }

    @Test
    void aWrongTokenIsToldSoAndTheRightOneIsInNoAddress() throws IOException {
        try (Visitor visitor = enter(Screen.DESK, "guess")) {
            Page page = visitor.page();
            page.waitForSelector(".problem:not(:empty)");
            assertEquals("nobody has this token", page.textContent(".problem"));
            visitor.photograph("admin-sign-in");
            Accessible.check(page, "the admin's sign-in");
            page.fill(".sign-in input", SECRET);
            page.keyboard().press("Enter");
            page.waitForFunction(LIVE);
            page.reload();
            page.waitForFunction(LIVE); // the tab remembers it
            assertTrue(addresses.size() > 5, addresses.toString());
            assertFalse(addresses.toString().contains(SECRET), addresses.toString());
            page.click("text=Sign out");
            page.reload();
            page.waitForSelector(".sign-in:not([hidden])");
        }
    }

    @Test
    void everyPageOnEveryScreenIsLiveAndForEverybody() throws IOException {
        PilotClient ann = fly("Ann");
        PilotClient bob = fly("Bob of a rather long one");
        for (Screen screen : List.of(Screen.DESK, Screen.PHONE)) {
            try (Visitor visitor = enter(screen, SECRET)) {
                Page page = visitor.page();
                page.waitForFunction(LIVE);
                keep(visitor, screen, "admin-health");
                page.keyboard().press("Escape");
                page.focus("#tab-health");
                for (String tab : List.of("rooms", "players", "bans", "log", "settings")) {
                    page.keyboard().press("ArrowRight");
                    page.waitForSelector("#page-" + tab + ":not([hidden])");
                    page.waitForFunction(FILLED, tab);
                    keep(visitor, screen, "admin-" + tab);
                }
                assertEquals(false, page.evaluate(SCROLLS_ASIDE), screen + " scrolls aside");
            }
        }
        ann.close();
        bob.close();
    }

    private static final String FILLED =
            """
            tab => {
              const page = document.querySelector('#page-' + tab);
              return page.querySelector('tbody tr, .note:not([hidden])') !== null;
            }
            """;

    private static final String SCROLLS_ASIDE =
            "() => document.documentElement.scrollWidth > window.innerWidth";

    @Test
    void aPlayerIsMutedKickedAndBannedByKeysAlone() {
        PilotClient pilot = fly("Bob");
        try (Visitor visitor = enter(Screen.DESK, SECRET)) {
            Page page = visitor.page();
            page.waitForFunction(LIVE);
            page.focus("#tab-health");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.waitForSelector("#page-players tbody tr");
            deed(page, "Mute", 2);
            page.waitForSelector("text=Unmute");
            deed(page, "Ban", 2);
            pilot.until(PilotClient::closed);
            assertEquals(Refusal.BANNED.closeCode(), pilot.closeCode());
            page.waitForSelector("text=Nobody is connected.");
            page.focus("#tab-players");
            page.keyboard().press("ArrowRight");
            page.focus("#page-bans tbody button");
            page.keyboard().press("Enter");
            page.waitForSelector("text=Nobody is banned.");
            page.focus("#tab-bans");
            page.keyboard().press("ArrowRight");
            page.waitForSelector("#page-log tbody tr:nth-child(3)");
            String log = page.textContent("#page-log tbody");
            assertTrue(log.contains("lift ban") && log.contains("mute"), log);
        }
    }

    /** Opens the question of a deed, types a reason, and says yes. */
    private static void deed(Page page, String deed, int fields) {
        page.focus("#page-players tbody button:has-text('" + deed + "')");
        page.keyboard().press("Enter");
        page.waitForSelector("dialog.question[open]");
        for (int i = 1; i < fields; i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().type("shouts");
        page.keyboard().press("Enter");
        page.waitForFunction("() => !document.querySelector('dialog.question')");
    }

    @Test
    void whoMayOnlyLookFindsNothingToPress() {
        PilotClient pilot = fly("Bob");
        try (Visitor visitor = enter(Screen.DESK, SECRET + "-view")) {
            Page page = visitor.page();
            page.waitForFunction(LIVE);
            page.click("#tab-players");
            page.waitForSelector("#page-players tbody tr");
            assertEquals(0, page.querySelectorAll(".page button").size());
            assertEquals(0, page.querySelectorAll("#tab-bans, #tab-settings").size());
            assertFalse(page.textContent("#page-players").contains("127.0.0.1"));
        }
        pilot.close();
    }

    private static void keep(Visitor visitor, Screen screen, String page) throws IOException {
        visitor.photograph(screen.of(page));
        Accessible.check(visitor.page(), screen.of(page));
    }
}

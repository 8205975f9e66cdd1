package dev.apsis;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

import dev.apsis.app.Server;
import dev.apsis.orbit.GameSettings;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;

import io.vertx.core.Vertx;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every page on every screen: kept as a picture to be looked at, and asked whether everybody can
 * use it.
 */
class ScreensIT {
    /** Whoever only looks on falls into the star within seconds; who flies does not. */
    private static final Arena PULL =
            new Arena(900, 60, List.of(new Body(Body.Type.STAR, 160, 20_000_000, -1, 0, 0, 0)));

    private static final Page.WaitForSelectorOptions PATIENCE =
            new Page.WaitForSelectorOptions().setTimeout(3000);

    private static final String SETTLED =
            "() => !['lost', 'connecting'].includes(document.body.dataset.status)";

    private static Chromium chromium;
    private Vertx vertx;

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
    void start() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() {
        done(vertx.close());
    }

    private String serve(GameSettings game, int bots) {
        var start = new Server.Start("127.0.0.1", 0, Set.of(), "arena", game, bots, 7);
        return "http://127.0.0.1:" + done(Server.start(vertx, start, 1)).port();
    }

    @Test
    void theLobbyAndARoomOfOnesOwn() throws IOException {
        String address = serve(new GameSettings(GameSettings.Game.TEAMS, 4, 16, Grounds.CALM), 9);
        for (Screen screen : Screen.values()) {
            try (Visitor visitor = screen.visitor(chromium, address).open("/")) {
                Page page = visitor.page();
                page.waitForSelector(".rooms li");
                keep(visitor, screen, "lobby");
                page.click(".create");
                page.check(".maker input[value=teams]");
                keep(visitor, screen, "room-maker");
                page.click(".maker .primary");
                page.waitForSelector(".made:not([hidden])");
                keep(visitor, screen, "room-made");
            }
        }
    }

    @Test
    void theSettings() throws IOException {
        String address = serve(GameSettings.freeForAll(Grounds.CALM, 4), 0);
        for (Screen screen : Screen.values()) {
            try (Visitor visitor = screen.visitor(chromium, address).open("/")) {
                Page page = visitor.page();
                page.click(".tools button");
                for (String tab : List.of("General", "Picture", "Sound", "Keys", "Net")) {
                    page.click("#tab-set" + tab);
                    visitor.photograph(screen.of("settings-" + tab.toLowerCase(Locale.ROOT)));
                    if (screen == Screen.DESK) {
                        Accessible.check(page, "settings " + tab);
                    }
                }
            }
        }
    }

    @Test
    void theFightItsScoresAndItsWords() throws IOException {
        String address = serve(new GameSettings(GameSettings.Game.TEAMS, 2, 16, Grounds.CALM), 7);
        for (Screen screen : Screen.values()) {
            try (Visitor visitor = screen.visitor(chromium, address).open("/play/arena?name=Ada")) {
                Page page = visitor.page();
                visitor.untilFlying();
                page.waitForFunction("() => Number(document.body.dataset.ships) > 2");
                keep(visitor, screen, "fight");
                press(page, "v", ".wheel:not([hidden]) button");
                keep(visitor, screen, "signs");
                page.keyboard().press("2");
                page.waitForSelector(".feed .said");
                press(page, "Enter", ".chat:not([hidden])");
                keep(visitor, screen, "chat");
                page.keyboard().press("Escape");
                visitor.holdScores();
                keep(visitor, screen, "scores");
                page.keyboard().up("Tab");
            }
        }
    }

    /** A machine that is busy may lose its link for a moment; words wait until it is back. */
    private static void press(Page page, String key, String shows) {
        for (int tries = 0; !page.isVisible(shows); tries++) {
            page.waitForFunction(SETTLED);
            page.keyboard().press(key);
            try {
                page.waitForSelector(shows, PATIENCE);
            } catch (TimeoutError lost) {
                if (tries == 9) {
                    throw lost;
                }
            }
        }
    }

    @Test
    void aDeath() throws IOException {
        String address = serve(GameSettings.freeForAll(PULL, 4), 0);
        for (Screen screen : Screen.values()) {
            try (Visitor visitor = screen.visitor(chromium, address).open("/play/arena?name=Ada")) {
                visitor.page().waitForSelector(".wreck:not([hidden])");
                keep(visitor, screen, "wreck");
            }
        }
    }

    /** One who does not fly loses five bouts against a house bot. */
    @Test
    void thePodium() throws IOException {
        String address = serve(new GameSettings(GameSettings.Game.DUEL, 2, 2, PULL), 2);
        try (Visitor visitor = Screen.DESK.visitor(chromium, address)) {
            visitor.open("/play/arena?name=Ada");
            visitor.page().waitForSelector(".podium:not([hidden])", patiently());
            for (Screen screen : Screen.values()) {
                screen.holds(visitor.page());
                visitor.photograph(screen.of("podium"));
            }
            Accessible.check(visitor.page(), "the podium");
        }
    }

    /** Five bouts take a while. */
    private static Page.WaitForSelectorOptions patiently() {
        return new Page.WaitForSelectorOptions().setTimeout(120_000);
    }

    @Test
    void whatStandsInTheWay() throws IOException {
        String address = serve(GameSettings.freeForAll(Grounds.CALM, 4), 0);
        for (Screen screen : Screen.values()) {
            try (Visitor visitor = screen.visitor(chromium, address).open("/play/nowhere")) {
                visitor.page().waitForSelector(".gatehouse.away");
                keep(visitor, screen, "no-room");
            }
        }
    }

    @Test
    void aSpectatorsView() throws IOException {
        String address = serve(GameSettings.freeForAll(Grounds.CALM, 8), 4);
        for (Screen screen : Screen.values()) {
            try (Visitor visitor = screen.visitor(chromium, address).open("/play/arena?watch")) {
                visitor.page().waitForFunction("() => Number(document.body.dataset.ships) > 2");
                keep(visitor, screen, "watching");
            }
        }
    }

    private static final String LARGE =
            "localStorage.setItem('apsis.settings', JSON.stringify({ textScale: 1.6 }))";

    /** What runs out of the page, or out of its button. */
    private static final String CUT_OFF =
            """
            () => [...document.querySelectorAll('button, h1, h2, p, label, .panel, .card, dialog,'
              + '.room .mode, .room strong span')]
              .filter(each => each.getClientRects().length > 0 && !each.matches('.aloud'))
              .filter(each => {
                const { left, right } = each.getBoundingClientRect();
                const words = each.matches('button, .room span') && each.textContent.trim() !== '';
                const full = words && each.scrollWidth > each.clientWidth + 1;
                const outside = left < -1 || right > innerWidth + 1;
                return (outside && !each.closest('[role=tablist]')) || full;
              })
              .map(each => each.tagName + ' ' + each.className + ' ' + each.textContent)
            """;

    @Test
    void theLargestLettersAreNotCutOff() {
        String address = serve(new GameSettings(GameSettings.Game.TEAMS, 2, 16, Grounds.CALM), 7);
        for (Screen screen : Screen.values()) {
            try (Visitor visitor = screen.visitor(chromium, address)) {
                Page page = visitor.page();
                page.addInitScript(LARGE);
                visitor.open("/");
                page.waitForSelector(".rooms li");
                fits(visitor, screen, "large-lobby");
                page.click(".create");
                page.check(".maker input[value=teams]");
                fits(visitor, screen, "large-room-maker");
                page.keyboard().press("Escape");
                page.click(".tools button");
                fits(visitor, screen, "large-settings");
                page.click("#tab-setKeys");
                fits(visitor, screen, "large-settings-keys");
                visitor.open("/play/arena?name=Ada").untilFlying();
                page.waitForFunction("() => Number(document.body.dataset.ships) > 2");
                fits(visitor, screen, "large-fight");
                press(page, "v", ".wheel:not([hidden]) button");
                fits(visitor, screen, "large-signs");
                press(page, "Enter", ".chat:not([hidden])");
                fits(visitor, screen, "large-chat");
                page.keyboard().press("Escape");
                visitor.holdScores();
                fits(visitor, screen, "large-scores");
                page.keyboard().up("Tab");
                visitor.open("/play/nowhere");
                page.waitForSelector(".gatehouse.away");
                fits(visitor, screen, "large-no-room");
            }
        }
    }

    private static void fits(Visitor visitor, Screen screen, String page) {
        visitor.photograph(screen.of(page));
        assertEquals(List.of(), visitor.page().evaluate(CUT_OFF), screen.of(page));
        visitor.page().waitForFunction(SETTLED);
    }

    @Test
    void theLargestCardsAreNotCutOff() {
        String address = serve(GameSettings.freeForAll(PULL, 4), 0);
        for (Screen screen : Screen.values()) {
            try (Visitor visitor = screen.visitor(chromium, address)) {
                visitor.page().addInitScript(LARGE);
                visitor.open("/play/arena?name=Ada");
                visitor.page().waitForSelector(".wreck:not([hidden])");
                fits(visitor, screen, "large-wreck");
                visitor.open("/play/arena?watch");
                visitor.page().waitForSelector(".watchbar");
                fits(visitor, screen, "large-watching");
            }
        }
    }

    private static void keep(Visitor visitor, Screen screen, String page) throws IOException {
        visitor.photograph(screen.of(page));
        Accessible.check(visitor.page(), screen.of(page));
        // Where the check takes longer than the link's patience, it is let in anew first.
        visitor.page().waitForFunction(SETTLED);
    }
}

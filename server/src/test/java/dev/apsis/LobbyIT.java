package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** A first visit: through the lobby to flying, by keys alone, by thumbs, or watching. */
class LobbyIT {
    private static final String ROOMS = "() => document.querySelector('.rooms li')";
    private static final String MOVES = "() => Number(document.body.dataset.speed) > 60";

    private static Grounds grounds;

    @BeforeAll
    static void open() {
        grounds = Grounds.open(8, 1);
    }

    @AfterAll
    static void close() {
        if (grounds != null) {
            grounds.close();
        }
    }

    @Test
    void enterFliesAtOnce() throws IOException {
        try (Visitor visitor = grounds.desk().open("/")) {
            Page page = visitor.page();
            page.waitForFunction(ROOMS);
            visitor.photograph("lobby");
            Accessible.check(page, "the lobby");
            page.keyboard().press("Enter");
            visitor.untilFlying();
            assertTrue(page.url().contains("/play/arena"), page.url());
            visitor.hold("ArrowUp", MOVES);
            visitor.photograph("game");
            Accessible.check(page, "the game");
        }
    }

    @Test
    void keysAloneWalkThroughLobbySettingsAndGame() throws IOException {
        try (Visitor visitor = grounds.desk().open("/")) {
            Page page = visitor.page();
            page.waitForFunction(ROOMS);
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Shift+Tab");
            page.keyboard().type("Ada");
            page.keyboard().press("Enter");
            visitor.untilFlying();
            page.keyboard().press("Escape");
            page.waitForSelector("dialog[open]");
            for (String tab : List.of("general", "picture", "sound", "keys", "network")) {
                visitor.photograph("settings-" + tab);
                page.keyboard().press("ArrowRight");
            }
            Accessible.check(page, "the settings");
            for (int i = 0; i < 30; i++) {
                page.keyboard().press("Tab");
                assertEquals(true, page.evaluate(FOCUS_IS_IN_DIALOG), "the focus stays inside");
            }
            page.keyboard().press("Escape");
            page.waitForFunction("() => !document.querySelector('dialog[open]')");
            // Where the check took longer than the link's patience, it is let in anew first.
            page.waitForFunction("() => document.body.dataset.status === 'flying'");
            visitor.holdScores();
            assertTrue(page.textContent(".scoreboard").contains("Ada"));
            visitor.photograph("scores");
            page.keyboard().up("Tab");
        }
    }

    private static final String FOCUS_IS_IN_DIALOG =
            """
            () => document.activeElement === document.body
                || document.activeElement.closest('dialog') !== null
            """;

    @Test
    void thumbsFlyUprightAndAcross() {
        fly("phone", 390, 844);
        fly("phone-wide", 844, 390);
    }

    private static void fly(String name, int width, int height) {
        try (Visitor visitor = grounds.phone(width, height).open("/")) {
            Page page = visitor.page();
            page.waitForFunction(ROOMS);
            visitor.photograph("lobby-" + name);
            page.tap(".play");
            visitor.untilFlying();
            page.waitForSelector(".pad.fire");
            assertEquals(List.of(), page.evaluate(TOO_SMALL), "everything is 44 pixels or more");
            page.evaluate(LEAN, List.of(90, height - 120, 150, height - 130));
            page.waitForFunction(MOVES);
            visitor.photograph("game-" + name);
        }
    }

    private static final String TOO_SMALL =
            """
            () => [...document.querySelectorAll('button')]
              .filter(each => each.offsetParent !== null)
              .filter(each => each.offsetWidth < 44 || each.offsetHeight < 44)
              .map(each => each.className)
            """;

    /** A thumb comes down and moves, as the browser would tell of it. */
    private static final String LEAN =
            """
            ([x, y, toX, toY]) => {
              const area = document.querySelector('.stick-area');
              area.setPointerCapture = () => {};
              const touch = (type, clientX, clientY) => area.dispatchEvent(new PointerEvent(type,
                  { pointerId: 5, pointerType: 'touch', clientX, clientY, bubbles: true }));
              touch('pointerdown', x, y);
              touch('pointermove', toX, toY);
            }
            """;

    @Test
    void aSpectatorFollowsWhoFlies() {
        try (Visitor pilot = grounds.desk().open("/play/arena?name=bob");
                Visitor watcher = grounds.desk()) {
            pilot.untilFlying();
            watcher.open("/play/arena?watch");
            watcher.page().waitForFunction("() => Number(document.body.dataset.ships) > 0");
            watcher.page().waitForFunction(WATCHES);
            watcher.photograph("watching");
        }
    }

    @Test
    void anAddressNamesWhomToWatchAndAKeyGoesWithTheLead() {
        try (Visitor pilot = grounds.desk().open("/play/arena?name=bob");
                Visitor watcher = grounds.desk()) {
            pilot.untilFlying();
            watcher.open("/play/arena?watch=BOB");
            watcher.page().waitForFunction(WATCHES);
            watcher.page().keyboard().press("l");
            watcher.page().waitForSelector(".watchbar [aria-pressed=true]");
        }
    }

    private static final String WATCHES =
            "() => document.querySelector('.watchbar strong')?.textContent === 'bob'";

    @Test
    void whereThereIsNoRoomThePageSaysSoInPlainWords() {
        try (Visitor visitor = grounds.desk().open("/play/nowhere")) {
            visitor.page().waitForSelector(".gatehouse.away");
            String words = visitor.page().textContent(".gatehouse .status");
            assertEquals("There is no such room.", words);
            visitor.photograph("no-room");
            visitor.page().click(".gatehouse .buttons .plain");
            visitor.page().waitForFunction(ROOMS);
        }
    }
}

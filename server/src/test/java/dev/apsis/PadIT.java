package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;

/** A gamepad in the hand and nothing else: through the menus, into the air, and back. */
class PadIT {
    private static final int A = 0;
    private static final int B = 1;
    private static final int BACK = 8;
    private static final int START = 9;
    private static final int RIGHT_STICK = 11;
    private static final int UP = 12;
    private static final int DOWN = 13;
    private static final int RIGHT = 15;

    /** A pad in the standard mapping whose stick and buttons the test sets. */
    static final String PAD =
            """
            window.pad = { axes: [0, 0, 0, 0], buttons: Array.from({ length: 17 },
                () => ({ pressed: false })), connected: true, mapping: 'standard' };
            navigator.getGamepads = () => [window.pad];
            """;

    /** Holds a button for two pictures, and lets it go for as many. */
    private static final String PRESS =
            """
            async button => {
              for (const pressed of [true, false]) {
                window.pad.buttons[button].pressed = pressed;
                for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
              }
            }
            """;

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

    private static Visitor withPad(String path) {
        Visitor visitor = grounds.desk();
        visitor.page().addInitScript(PAD);
        return visitor.open(path);
    }

    private static void press(Page page, int... buttons) {
        for (int button : buttons) {
            page.evaluate(PRESS, button);
        }
    }

    private static boolean focusIs(Page page, String selector) {
        return page.evaluate("s => document.activeElement.matches(s)", selector).equals(true);
    }

    /** Goes one way until the focus is there, as somebody would who sees where it is. */
    private static void go(Page page, int way, String selector) {
        for (int i = 0; i < 12 && !focusIs(page, selector); i++) {
            press(page, way);
        }
        assertTrue(focusIs(page, selector), selector);
    }

    @Test
    void theStickFlies() {
        try (Visitor visitor = withPad("/play/arena")) {
            visitor.untilFlying();
            visitor.page().evaluate("() => { window.pad.axes = [1, 0, 0, 0]; }");
            visitor.page().waitForFunction(MOVES);
        }
    }

    @Test
    void aWalkFromTheLobbyIntoTheAirAndBack() {
        try (Visitor visitor = withPad("/")) {
            Page page = visitor.page();
            page.waitForSelector(".rooms li");
            press(page, RIGHT);
            go(page, UP, ".room");
            visitor.photograph("pad-lobby");
            press(page, A);
            visitor.untilFlying();
            assertTrue(page.url().contains("/play/arena"), page.url());
            press(page, START);
            page.waitForSelector(".settings[open]");
            go(page, DOWN, ".settings footer .plain");
            press(page, A);
            page.waitForSelector("#lobby:not([hidden])");
        }
    }

    @Test
    void theSettingsAreTurnedAndLeft() {
        try (Visitor visitor = withPad("/play/arena")) {
            Page page = visitor.page();
            visitor.untilFlying();
            press(page, START);
            page.waitForSelector(".settings[open]");
            go(page, RIGHT, "#tab-setPicture");
            press(page, A);
            page.waitForSelector("#page-setPicture:not([hidden])");
            go(page, DOWN, "#page-setPicture select");
            String before = (String) page.evaluate("() => document.activeElement.value");
            press(page, RIGHT);
            String after = (String) page.evaluate("() => document.activeElement.value");
            assertFalse(before.equals(after), "another palette than " + before);
            visitor.photograph("pad-settings");
            press(page, B);
            page.waitForFunction("() => !document.querySelector('dialog[open]')");
        }
    }

    @Test
    void whileAMenuIsOpenThePadDoesNotFly() {
        try (Visitor visitor = withPad("/play/arena")) {
            Page page = visitor.page();
            visitor.untilFlying();
            press(page, START);
            page.waitForSelector(".settings[open]");
            int before = Integer.parseInt(visitor.mark("speed"));
            press(page, A, UP, DOWN);
            page.evaluate("() => { window.pad.axes = [0, -1, 0, 0]; }");
            String still = "known => Number(document.body.dataset.known) > Number(known) + 30";
            page.waitForFunction(still, visitor.mark("known"));
            int after = Integer.parseInt(visitor.mark("speed"));
            assertTrue(after <= before, "it only drifts: " + before + ", then " + after);
        }
    }

    @Test
    void scoresAndSignsAreAtHandInFlight() {
        try (Visitor visitor = withPad("/play/arena")) {
            Page page = visitor.page();
            visitor.untilFlying();
            press(page, BACK);
            page.waitForSelector(".scoreboard:not([hidden])");
            press(page, BACK);
            press(page, RIGHT_STICK);
            page.waitForSelector(".wheel:not([hidden]) button");
            press(page, A);
            page.waitForSelector(".feed .said");
            assertEquals(List.of(), page.evaluate(WHEELS));
        }
    }

    private static final String WHEELS =
            "() => [...document.querySelectorAll('.wheel:not([hidden])')].map(w => w.className)";
}

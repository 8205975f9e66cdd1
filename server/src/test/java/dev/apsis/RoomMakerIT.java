package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A room of one's own: opened by keys alone, joined by its link, kept from who has no password. */
class RoomMakerIT {
    private static Grounds grounds;

    @BeforeAll
    static void open() {
        grounds = Grounds.open(1, 1);
    }

    @AfterAll
    static void close() {
        if (grounds != null) {
            grounds.close();
        }
    }

    @Test
    void keysAloneOpenARoomAndAFriendComesInByItsLinkAndPassword() {
        try (Visitor host = grounds.desk().open("/");
                Visitor friend = grounds.desk()) {
            Page page = host.page();
            page.waitForSelector(".rooms li");
            tabTo(page, ".create");
            page.keyboard().press("Enter");
            page.waitForSelector(".maker[open]");
            tabTo(page, ".maker input[autocomplete]");
            page.keyboard().type("sesame");
            page.keyboard().press("Enter");
            page.waitForSelector(".made:not([hidden])");
            String link = page.inputValue(".made input");
            assertTrue(link.startsWith(grounds.address() + "/play/"), link);
            tabTo(page, ".made .primary");
            page.keyboard().press("Enter");
            host.untilFlying();
            assertTrue(page.url().startsWith(link), page.url());
            friend.open(link.substring(grounds.address().length()));
            friend.page().waitForSelector(".gatehouse form:not([hidden])");
            friend.photograph("password");
            friend.page().fill(".gatehouse input", "barley");
            friend.page().keyboard().press("Enter");
            friend.page().waitForSelector("text=That was not the password");
            friend.page().fill(".gatehouse input", "sesame");
            friend.page().keyboard().press("Enter");
            friend.untilFlying();
        }
    }

    @Test
    void aReloadInALockedRoomAsksForNothing() {
        try (Visitor host = grounds.desk().open("/")) {
            Page page = host.page();
            page.click(".create");
            page.fill(".maker input[autocomplete]", "sesame");
            page.click(".maker .primary");
            page.click(".made .primary");
            host.untilFlying();
            page.reload();
            host.untilFlying();
        }
    }

    @Test
    void whereNoSeatIsFreeQuickPlayOpensAnotherRoom() {
        try (Visitor first = grounds.desk().open("/play/arena");
                Visitor second = grounds.desk()) {
            first.untilFlying();
            second.open("/");
            second.page().waitForSelector(".room.full");
            second.page().click(".play");
            second.untilFlying();
            assertFalse(second.page().url().contains("/play/arena"), second.page().url());
        }
    }

    @Test
    void whatTheServerDeclinesIsSaidInTheDialog() {
        try (Visitor visitor = grounds.desk().open("/")) {
            Page page = visitor.page();
            page.click(".create");
            page.evaluate("() => { document.querySelector('.maker option').value = '5000'; }");
            page.selectOption(".maker select >> nth=0", "5000");
            page.click(".maker .primary");
            page.waitForSelector(".maker .problem:not([hidden])");
            assertTrue(page.textContent(".maker .problem").contains("capacity is 1 to 1000"));
        }
    }

    /** Presses Tab until it is there, as somebody would who sees where the focus is. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 20; i++) {
            if (page.evaluate("s => document.activeElement.matches(s)", selector).equals(true)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never comes to " + selector);
    }
}

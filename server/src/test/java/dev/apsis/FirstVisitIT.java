package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What somebody gets who was never here: a small page, hints that go, and a page that stays. */
class FirstVisitIT {
    private static final int MOST_BYTES = 300_000;

    private static final String HINTS = "() => document.querySelector('.hint').textContent";
    private static final String NO_THRUST =
            "() => !document.querySelector('.hint').textContent.includes('Thrust')";
    private static final String KEPT =
            """
            async () => {
              await navigator.serviceWorker.ready;
              const shelf = await caches.open('orbit-page');
              const kept = (await shelf.keys()).map(({ url }) => url);
              return ['.js', '.css'].every(end => kept.some(url => url.endsWith(end)));
            }
            """;

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
    void flyingForTheFirstTimeTakesLessThan300Kilobytes() {
        List<Request> requests = new ArrayList<>();
        try (Visitor visitor = grounds.desk()) {
            Page page = visitor.page();
            page.onRequestFinished(requests::add);
            visitor.open("/");
            page.waitForSelector(".rooms li");
            page.keyboard().press("Enter");
            visitor.untilFlying();
            int bytes = requests.stream().mapToInt(each -> each.sizes().responseBodySize).sum();
            assertTrue(bytes > 10_000, "something was counted: " + bytes);
            assertTrue(bytes < MOST_BYTES, bytes + " bytes");
        }
    }

    @Test
    void aHintGoesOnceItsControlWasUsedAndDoesNotComeBack() {
        try (Visitor visitor = grounds.desk().open("/play/arena")) {
            Page page = visitor.page();
            visitor.untilFlying();
            assertTrue(((String) page.evaluate(HINTS)).contains("Thrust"));
            visitor.hold("ArrowUp", NO_THRUST);
            page.reload();
            visitor.untilFlying();
            String hints = (String) page.evaluate(HINTS);
            assertFalse(hints.contains("Thrust"), hints);
            assertTrue(hints.contains("Fire"), hints);
        }
    }

    @Test
    void keysAndThumbsTakeTurnsInFlightAndTheHintsFollow() {
        try (Visitor visitor = grounds.phone(390, 844).open("/play/arena")) {
            Page page = visitor.page();
            visitor.untilFlying();
            assertTrue(((String) page.evaluate(HINTS)).startsWith("Left thumb"));
            page.keyboard().down("ArrowLeft");
            page.waitForFunction("() => document.querySelector('.hint').dataset.hand === 'keys'");
            page.keyboard().up("ArrowLeft");
            page.tap(".pad.fire");
            page.waitForFunction("() => document.querySelector('.hint').dataset.hand === 'thumbs'");
        }
    }

    @Test
    void withoutANetworkTheLobbyOpensAndSaysWhatIsMissing() {
        try (Visitor visitor = grounds.desk().open("/")) {
            Page page = visitor.page();
            page.waitForSelector(".rooms li");
            page.reload();
            page.waitForFunction(KEPT);
            page.context().setOffline(true);
            page.reload();
            page.waitForSelector(".rooms .note:not([hidden])");
            String note = page.textContent(".rooms .note");
            assertEquals("The server does not answer. Trying again…", note);
            visitor.photograph("offline");
        }
    }
}

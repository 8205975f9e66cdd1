package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/** People in real browsers fly on a real server; what they see is kept under target/screens. */
class BrowserIT {
    private static final Path SCREENS = Path.of("target", "screens");

    private static final String MY_SHIP =
            """
            async () => {
              const room = location.pathname.split('/').pop() || 'arena';
              const token = sessionStorage.getItem('apsis.token.' + room);
              const answer = await fetch('/api/rooms/' + room + '/me',
                  { headers: { Authorization: 'Bearer ' + token } });
              const ship = (await answer.json()).ship;
              return ship ? [ship.x, ship.y, ship.heading] : null;
            }
            """;

    private static Grounds grounds;

    private final List<BrowserContext> people = new ArrayList<>();

    @BeforeAll
    static void open() {
        grounds = Grounds.open(2, 2);
    }

    @AfterAll
    static void close() {
        if (grounds != null) {
            grounds.close();
        }
    }

    @AfterEach
    void leave() {
        people.forEach(BrowserContext::close);
    }

    /** Somebody with a browser of their own opens the page and waits until they fly. */
    private Page visit(String name) {
        BrowserContext person = grounds.chromium().browser().newContext();
        people.add(person);
        Page page = person.newPage();
        page.navigate(grounds.address() + "/play/arena?q=low&name=" + name);
        page.waitForFunction("() => document.body.dataset.ship");
        assertEquals("flying", mark(page, "status"));
        return page;
    }

    private static String mark(Page page, String name) {
        return (String) page.evaluate("name => document.body.dataset[name]", name);
    }

    /** Own ship as the server has it: x, y, heading. */
    private static double[] shipOnServer(Page page) {
        var ship = (List<?>) page.evaluate(MY_SHIP);
        return ship.stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
    }

    private static void untilMoved(Page page, double[] from, int units) {
        page.waitForFunction(
                """
                async ([ask, x, y, units]) => {
                  const ship = await eval(ask)();
                  return Math.hypot(ship[0] - x, ship[1] - y) > units;
                }
                """,
                List.of(MY_SHIP, from[0], from[1], units));
    }

    /** While it is still flying there: a photograph may take as long as a flight round the star. */
    private static void untilDrawn(Page page, double[] from, int units) {
        page.waitForFunction(
                """
                ([x, y, units]) => {
                  const [shipX, shipY] = document.body.dataset.ship.split(',').map(Number);
                  return Math.hypot(shipX - x, shipY - y) > units;
                }
                """,
                List.of(from[0], from[1], units));
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));
    }

    private static BufferedImage photograph(Page page, String name) throws IOException {
        Path file = SCREENS.resolve(name + ".png");
        byte[] png = page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** How many pixels of two pictures differ clearly. */
    private static int difference(BufferedImage a, BufferedImage b) {
        int differing = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                int by =
                        Math.abs((p >> 16 & 255) - (q >> 16 & 255))
                                + Math.abs((p >> 8 & 255) - (q >> 8 & 255))
                                + Math.abs((p & 255) - (q & 255));
                differing += by > 90 ? 1 : 0;
            }
        }
        return differing;
    }

    @Test
    void aKeyPressMovesTheShipOnTheServerAndOnThePicture() throws IOException {
        Page page = visit("ann");
        double[] before = shipOnServer(page);
        BufferedImage first = photograph(page, "before");
        page.keyboard().down("ArrowRight");
        page.waitForFunction(
                "async ([ask, before]) => Math.abs((await eval(ask)())[2] - before) > 30",
                List.of(MY_SHIP, before[2]));
        page.keyboard().up("ArrowRight");
        page.keyboard().down("ArrowUp");
        untilMoved(page, before, 120);
        untilDrawn(page, before, 100);
        BufferedImage second = photograph(page, "flying");
        page.keyboard().up("ArrowUp");
        assertTrue(difference(first, second) > 500, "the picture changed");
    }

    @Test
    void twoPagesSeeEachOther() throws IOException {
        Page ann = visit("ann");
        Page bob = visit("bob");
        ann.waitForFunction("() => document.body.dataset.ships === '2'");
        bob.waitForFunction("() => document.body.dataset.ships === '2'");
        double[] bobBefore = shipOnServer(bob);
        bob.keyboard().down("w");
        untilMoved(bob, bobBefore, 100);
        bob.keyboard().up("w");
        photograph(ann, "ann-sees-bob");
        photograph(bob, "bob-sees-ann");
        assertEquals("2", mark(ann, "ships"));
        assertEquals("2", mark(bob, "ships"));
    }

    @Test
    void aReloadKeepsTheShip() {
        Page page = visit("ann");
        page.keyboard().down("ArrowUp");
        double[] start = shipOnServer(page);
        untilMoved(page, start, 150);
        double[] before = shipOnServer(page);
        page.keyboard().up("ArrowUp");
        page.reload();
        page.waitForFunction("() => document.body.dataset.ship");
        assertTrue(distance(before, shipOnServer(page)) < 1500, "flown on, not started anew");
    }
}

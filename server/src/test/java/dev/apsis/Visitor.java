package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser of their own, before a given address. Owned by one test. */
final class Visitor implements AutoCloseable {
    private static final Path SCREENS = Path.of("target", "screens");
    private static final String FLIES = "() => document.body.dataset.ship";

    private final BrowserContext context;
    private final String address;
    private final Page page;
    private final List<String> desyncs = new ArrayList<>();

    private Visitor(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        page.onConsoleMessage(
                said -> {
                    if (said.text().startsWith("desync")) {
                        desyncs.add(said.text());
                    }
                });
    }

    static Visitor atDesk(Chromium chromium, String address) {
        var screen = new Browser.NewContextOptions().setViewportSize(1280, 720).setLocale("en-US");
        return new Visitor(chromium.browser().newContext(screen), address);
    }

    static Visitor withPhone(Chromium chromium, String address, int width, int height) {
        var screen =
                new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setLocale("en-US");
        return new Visitor(chromium.browser().newContext(screen), address);
    }

    /** Where the machine paints by processor, low is what keeps it going. */
    Visitor open(String path) {
        page.navigate(address + path + (path.contains("?") ? "&" : "?") + "q=low");
        return this;
    }

    Page page() {
        return page;
    }

    void untilFlying() {
        page.waitForFunction(FLIES);
    }

    String mark(String name) {
        return (String) page.evaluate("name => document.body.dataset[name]", name);
    }

    /** Presses a key until the page says so: what it does may take some pictures. */
    void hold(String key, String untilTrue) {
        page.keyboard().down(key);
        page.waitForFunction(untilTrue);
        page.keyboard().up(key);
    }

    /** As a keyboard does: a key that is held says so again and again. */
    void holdScores() {
        page.waitForCondition(
                () -> {
                    page.keyboard().down("Tab");
                    return page.isVisible(".scoreboard");
                });
    }

    void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), desyncs, "the page's world came apart from the room's");
    }
}

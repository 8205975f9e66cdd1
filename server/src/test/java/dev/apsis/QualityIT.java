package dev.apsis;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A picture that is too dear for the machine is made cheaper, without a hand. */
class QualityIT {
    /** The page can't tell by its name that a processor paints. */
    private static final String SOME_CARD =
            """
            const tell = WebGL2RenderingContext.prototype.getParameter;
            WebGL2RenderingContext.prototype.getParameter = function (name) {
              return name === this.RENDERER ? 'some card' : tell.call(this, name);
            };
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

    /** Four million pixels at full glow: no processor paints them sixty times a second. */
    @Test
    void whereAProcessorPaintsAllTheGlowGoesByItself() {
        var wall = new Browser.NewContextOptions().setViewportSize(2560, 1440);
        try (BrowserContext context = grounds.chromium().browser().newContext(wall)) {
            Page page = context.newPage();
            page.addInitScript(SOME_CARD);
            page.navigate(grounds.address() + "/");
            page.waitForSelector("canvas[data-quality=high]");
            page.waitForSelector("canvas[data-quality=low]");
        }
    }

    @Test
    void aPainterThatSaysItIsAProcessorBeginsWithoutGlow() {
        try (Visitor visitor = grounds.desk()) {
            visitor.page().navigate(grounds.address() + "/");
            visitor.page().waitForSelector("canvas[data-quality=low]");
        }
    }
}

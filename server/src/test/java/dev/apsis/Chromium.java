package dev.apsis;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium, headless, for tests. Owned by the test class that opened it. */
public final class Chromium implements AutoCloseable {
    private static final List<String> CANDIDATES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--enable-unsafe-swiftshader",
                    "--enable-precise-memory-info",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Opens one. Where CI is set a missing browser fails the test; elsewhere it skips, loudly. */
    public static Chromium open() {
        Optional<Path> binary =
                Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), CANDIDATES.stream())
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        if (binary.isEmpty()) {
            String missing =
                    "NO BROWSER: install Chromium, or set CHROMIUM to one; it was looked for at "
                            + CANDIDATES;
            if (System.getenv("CI") != null) {
                throw new AssertionError(missing);
            }
            System.getLogger(Chromium.class.getName()).log(System.Logger.Level.WARNING, missing);
            Assumptions.abort(missing);
        }
        var options =
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        Playwright playwright = Playwright.create(options);
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(binary.get())
                                        .setArgs(FLAGS));
        return new Chromium(playwright, browser);
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

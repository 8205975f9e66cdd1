package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The compiled protocol in a real browser against the golden vectors. */
class VectorsIT {
    private static final String SITE = "http://vectors.test/";
    private static final double MOST_MICROS_PER_SNAPSHOT = 100;

    private static final String CHECK =
            """
            async (name) => {
              const shared = await import('/client-web/target/teavm/shared.js');
              const checks = await import('/client-web/src/test/web/vectors.mjs');
              const file = { fuzz: 'snapshots', microsPerSnapshot: 'snapshots' }[name] ?? name;
              const vectors = await (await fetch('/docs/vectors/' + file + '.json')).json();
              return checks[name](shared, vectors, 1000);
            }
            """;

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        page = chromium.browser().newPage();
        page.route(SITE + "**", VectorsIT::serve);
        page.navigate(SITE);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"motion", "messages", "snapshots", "fuzz"})
    void aBrowserAgreesToTheBit(String vectors) {
        assertEquals("", page.evaluate(CHECK, vectors));
    }

    /** Far above what it takes, so that a busy machine fails nobody; the figure is kept. */
    @Test
    void aSnapshotIsReadInNoTime() throws IOException {
        double micros = ((Number) page.evaluate(CHECK, "microsPerSnapshot")).doubleValue();
        Files.writeString(Path.of("target", "decode.txt"), micros + " us a snapshot\n");
        assertTrue(micros < MOST_MICROS_PER_SNAPSHOT, micros + " us");
    }

    private static void serve(Route route) {
        String path = route.request().url().substring(SITE.length());
        Path file = Path.of("..").resolve(path);
        var answer = new Route.FulfillOptions();
        if (path.isEmpty()) {
            route.fulfill(answer.setContentType("text/html").setBody("<!doctype html>"));
        } else if (path.endsWith(".json")) {
            route.fulfill(answer.setContentType("application/json").setPath(file));
        } else {
            route.fulfill(answer.setContentType("text/javascript").setPath(file));
        }
    }
}

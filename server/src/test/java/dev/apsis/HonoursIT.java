package dev.apsis;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

import dev.apsis.app.Server;
import dev.apsis.gateway.Archive;
import dev.apsis.store.Claim;
import dev.apsis.store.RoundResult;
import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.RoundResult.Line;
import dev.apsis.store.Store;
import dev.apsis.store.StoreSettings;

import io.vertx.core.Vertx;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A player keeps a name in the lobby, looks at the boards, and hears of a record that is gone. */
class HonoursIT {
    private static final String ROOMS = "() => document.querySelector('.rooms li')";

    @TempDir Path directory = Path.of("");

    private Chromium chromium;
    private Vertx vertx;
    private Store store;
    private int port;

    @BeforeEach
    void open() {
        chromium = Chromium.open();
        vertx = Vertx.vertx();
        store = Store.open(StoreSettings.embedded(directory), Clock.systemUTC(), new Random(1));
        var start = new Server.Start("127.0.0.1", 0, "arena", 4, Grounds.CALM, 7);
        port = done(Server.start(vertx, start, 2, new Archive(store))).port();
    }

    @AfterEach
    void close() {
        done(vertx.close());
        store.close();
        chromium.close();
    }

    private void flown(String id, Line... lines) {
        Instant now = Instant.now();
        var round = new RoundResult(id, "arena", "ffa", 1, 7, now, now, 0, List.of(lines));
        store.results().add(round).toCompletableFuture().join();
        store.results().settled().toCompletableFuture().join();
    }

    private Line line(String name, int score) {
        long account = store.claim(name).map(Claim::account).orElse(0L);
        return new Line(name, Kind.PERSON, account, 0, score, 1, 1, false, true);
    }

    private static void keepName(Page page) {
        page.fill("input[autocomplete=nickname]", "Ada");
        page.fill(".keeper input", "correct horse");
        page.click(".keeper button");
        page.waitForSelector(".keeper.ours");
    }

    private static void waitFor(Page page, String selector, String words) {
        page.waitForFunction(
                "([at, words]) => document.querySelector(at)?.textContent.includes(words)",
                List.of(selector, words));
    }

    @Test
    void whoseRecordIsBeatenReadsItWhileFlyingAndInTheLobby() throws IOException {
        try (Visitor visitor = Visitor.atDesk(chromium, "http://127.0.0.1:" + port).open("/")) {
            Page page = visitor.page();
            page.waitForFunction(ROOMS);
            keepName(page);
            flown("first", line("Ada", 700), line("Bob", 100));
            page.waitForResponse(
                    answer -> answer.url().contains("/api/me/live"), () -> page.click(".play"));
            visitor.untilFlying();
            flown("better", line("Bob", 900), line("Ada", 100));
            waitFor(page, ".feed", "Bob beat your record (free for all): 900, yours was 700.");
            visitor.photograph("record");
            page.goBack();
            page.waitForFunction(ROOMS);
            flown("back", line("Ada", 1000), line("Bob", 100));
            flown("gone", line("Cy", 1100), line("Ada", 100));
            waitFor(page, ".honours", "Cy beat your record (free for all): 1100, yours was 1000.");
            waitFor(page, ".honours ol", "Cy1,100");
            visitor.photograph("honours");
            Accessible.check(page, "the lobby with honours");
        }
    }

    @Test
    void theBoardRanksByRatingIfAskedTo() {
        store.accounts().claim("Ann", "correct horse").toCompletableFuture().join();
        store.accounts().claim("Eve", "battery staple").toCompletableFuture().join();
        for (int i = 0; i < 12; i++) {
            flown("r" + i, line("Ann", 200), line("Eve", 100), line("Guy", 900));
        }
        try (Visitor visitor = Visitor.atDesk(chromium, "http://127.0.0.1:" + port).open("/")) {
            Page page = visitor.page();
            waitFor(page, ".honours ol", "Guy10,800");
            page.selectOption("select[aria-label='Ranked by']", "rating");
            waitFor(page, ".honours li", "Ann1,");
            List<String> names = page.locator(".honours li span").allTextContents();
            assertEquals(List.of("Ann", "Eve"), names);
            visitor.photograph("ratings");
            page.selectOption("select[aria-label='Ranked by']", "score");
            waitFor(page, ".honours ol", "Guy10,800");
            assertTrue(page.locator(".honours select").count() == 3);
        }
    }
}

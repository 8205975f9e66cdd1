package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the page and its files go out: compressed once, kept by whom they may be kept. */
@ExtendWith(VertxExtension.class)
class SiteTest {
    private static final Pattern SCRIPT = Pattern.compile("/assets/[\\w.-]+\\.js");

    private HttpClientAgent http;
    private int port;

    /** An answer and its body. */
    private record Answer(HttpClientResponse head, Buffer body) {
        String header(String name) {
            return String.valueOf(head.getHeader(name));
        }
    }

    @BeforeEach
    void start(Vertx vertx) {
        http = vertx.createHttpClient();
        var settings = new Server.Start("127.0.0.1", 0, "arena", 2, Arenas.lone(2, 60), 7);
        port = done(Server.start(vertx, settings, 1)).port();
    }

    @AfterEach
    void hangUp() {
        done(http.close());
    }

    private Answer ask(HttpMethod method, String path, Map<String, String> headers) {
        return done(
                http.request(method, port, "127.0.0.1", path)
                        .compose(
                                request -> {
                                    headers.forEach(request::putHeader);
                                    return request.send().compose(SiteTest::read);
                                }));
    }

    /** On the answer's own event loop: elsewhere its body might be past before one asks for it. */
    private static Future<Answer> read(HttpClientResponse head) {
        return head.body().map(body -> new Answer(head, body));
    }

    private Answer get(String path) {
        return ask(HttpMethod.GET, path, Map.of());
    }

    private String script() {
        Matcher found = SCRIPT.matcher(get("/").body().toString());
        assertTrue(found.find(), "the page names its script");
        return found.group();
    }

    @Test
    void thePageIsAskedForEachTimeAndSentOnlyIfItChanged() {
        Answer page = get("/play/arena");
        assertEquals(200, page.head().statusCode());
        assertEquals("no-cache", page.header("Cache-Control"));
        Answer again =
                ask(HttpMethod.GET, "/play/arena", Map.of("If-None-Match", page.header("ETag")));
        assertEquals(304, again.head().statusCode());
        assertEquals(0, again.body().length());
    }

    @Test
    void whatHasItsHashInItsNameIsKeptForEverAndGoesOutZipped() {
        String script = script();
        Answer plain = get(script);
        Answer zipped = ask(HttpMethod.GET, script, Map.of("Accept-Encoding", "br, gzip"));
        assertEquals("public, max-age=31536000, immutable", zipped.header("Cache-Control"));
        assertEquals("gzip", zipped.header("Content-Encoding"));
        assertTrue(zipped.body().length() < plain.body().length() / 2);
        assertEquals(String.valueOf(plain.body().length()), plain.header("Content-Length"));
        assertNull(plain.head().getHeader("Content-Encoding"));
    }

    @Test
    void aHeadIsAGetWithoutTheBody() {
        String script = script();
        Answer whole = get(script);
        Answer head = ask(HttpMethod.HEAD, script, Map.of());
        assertEquals(200, head.head().statusCode());
        assertEquals(whole.header("Content-Length"), head.header("Content-Length"));
        assertEquals(0, head.body().length());
    }

    @Test
    void iconsAreKeptForAWhileAndTheManifestHasItsType() {
        assertEquals("public, max-age=3600", get("/icon.svg").header("Cache-Control"));
        assertEquals(
                "application/manifest+json", get("/manifest.webmanifest").header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/none.js",
                "/assets",
                "/assets/",
                "/nothing",
                "/..%2f..%2fdev/apsis/app/Main.class",
                "/assets/..%2findex.html",
                "/../web/index.html",
            })
    void whatIsNotThereIsNotFound(String path) {
        Answer none = get(path);
        assertEquals(404, none.head().statusCode());
        assertEquals("application/problem+json", none.header("Content-Type"));
    }
}

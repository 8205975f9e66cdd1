package dev.apsis.admin;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nobody has a token. */
@ExtendWith(VertxExtension.class)
class ClosedTest {
    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/admin/", "/admin/index.html", "/admin/api/me"})
    void nothingOfTheAdminPageIsThere(String path, Vertx vertx) {
        var settings = new Server.Start("127.0.0.1", 0, "arena", 4, Arenas.lone(4, 60), 7);
        int port = done(Server.start(vertx, settings, 1)).port();
        HttpClientAgent http = vertx.createHttpClient();
        var answer =
                done(
                        http.request(HttpMethod.GET, port, "127.0.0.1", path)
                                .compose(
                                        request ->
                                                request.putHeader(
                                                                "Authorization", "Bearer anything")
                                                        .send()
                                                        .compose(ClosedTest::read)));
        assertEquals("404", answer.substring(0, 3));
        assertFalse(answer.contains("<script"), answer);
        done(http.close());
    }

    /** On the answer's own event loop: elsewhere its body might be past before one asks for it. */
    private static Future<String> read(HttpClientResponse head) {
        return head.body().map(body -> head.statusCode() + "" + body);
    }
}

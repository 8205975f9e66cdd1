package dev.apsis.admin;

import static dev.apsis.PilotClient.done;

import dev.apsis.app.Server;
import dev.apsis.app.Watch;
import dev.apsis.config.LiveSettings;
import dev.apsis.gateway.Archive;
import dev.apsis.orbit.Arenas;
import dev.apsis.store.Store;
import dev.apsis.store.StoreSettings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real server with a store, and somebody of each role who asks it. */
final class AdminDesk implements AutoCloseable {
    static final Map<Role, String> TOKENS =
            Map.of(
                    Role.VIEW, "token-of-vic",
                    Role.MODERATE, "token-of-mo",
                    Role.ADMIN, "token-of-ada");

    final Server server;
    final Store store;

    /** With how many seconds the server was told to stop. */
    final List<Integer> stops = new CopyOnWriteArrayList<>();

    private final HttpClientAgent http;

    /** An answer: its status, and its body if that is JSON. */
    record Answer(int status, JsonObject body, String text) {
        String detail() {
            return body.getString("detail", "");
        }
    }

    AdminDesk(Vertx vertx, Path folder) {
        var badges =
                new Badges(
                        List.of(
                                Badge.of("vic", Role.VIEW, token(Role.VIEW)),
                                Badge.of("mo", Role.MODERATE, token(Role.MODERATE)),
                                Badge.of("ada", Role.ADMIN, token(Role.ADMIN))));
        store =
                Store.open(
                        StoreSettings.embedded(folder), InstantSource.system(), new SecureRandom());
        http = vertx.createHttpClient();
        var settings = new Server.Start("127.0.0.1", 0, "arena", 4, Arenas.lone(4, 60), 7);
        var watch = new Watch(badges, new Archive(store), LiveSettings.standard(), stops::add);
        server = done(Server.start(vertx, settings, 2, watch));
    }

    static String token(Role role) {
        return Objects.requireNonNull(TOKENS.get(role));
    }

    Answer ask(Role role, HttpMethod method, String path, String body) {
        return ask(token(role), method, path, body);
    }

    Answer post(Role role, String path, String body) {
        return ask(role, HttpMethod.POST, path, body);
    }

    Answer get(Role role, String path) {
        return ask(role, HttpMethod.GET, path, "");
    }

    /** Asks with any token; none if it is empty. */
    Answer ask(String token, HttpMethod method, String path, String body) {
        return done(
                http.request(method, server.port(), "127.0.0.1", path)
                        .compose(
                                request -> {
                                    if (!token.isEmpty()) {
                                        request.putHeader("Authorization", "Bearer " + token);
                                    }
                                    return request.send(body).compose(AdminDesk::read);
                                }));
    }

    /** On the answer's own event loop: elsewhere its body might be past before one asks for it. */
    private static Future<Answer> read(HttpClientResponse head) {
        return head.body().map(body -> answer(head.statusCode(), body.toString()));
    }

    private static Answer answer(int status, String text) {
        boolean json = text.startsWith("{");
        return new Answer(status, json ? new JsonObject(text) : new JsonObject(), text);
    }

    HttpClientAgent http() {
        return http;
    }

    @Override
    public void close() {
        done(http.close());
        store.close();
    }
}

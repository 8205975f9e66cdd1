package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.GameSettings;
import dev.apsis.store.AddressRange;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pages of other sites, and addresses of which too many come: at real doors, past a proxy. */
@ExtendWith(VertxExtension.class)
class AdmittanceTest {
    private static final String FRIEND = "https://friend.example";
    private static final int MOST_PER_ADDRESS = 64;

    private final List<PilotClient> pilots = new ArrayList<>();
    private Vertx vertx;
    private HttpClientAgent http;
    private int port;

    @BeforeEach
    void begin(Vertx given) {
        vertx = given;
        http = given.createHttpClient(new HttpClientOptions().setKeepAlive(false)); // on any loop
    }

    private void serve(int gateways) {
        var game = GameSettings.freeForAll(Arenas.lone(4, 60), 4);
        var proxy = AddressRange.parse("127.0.0.1").orElseThrow();
        Server.Start settings =
                new Server.Start("127.0.0.1", 0, Set.of(FRIEND), "arena", game, 0, 7)
                        .with(new Approach(null, List.of(proxy), /* proxyProtocol= */ false));
        port = done(Server.start(vertx, settings, gateways)).port();
    }

    @AfterEach
    void hangUp() {
        pilots.forEach(PilotClient::close);
        done(http.close());
    }

    private static MultiMap from(String origin) {
        return MultiMap.caseInsensitiveMultiMap().add("Origin", origin);
    }

    private static MultiMap at(String address) {
        return MultiMap.caseInsensitiveMultiMap().add("X-Forwarded-For", address);
    }

    private PilotClient connect(MultiMap headers) {
        PilotClient pilot = PilotClient.connect(vertx, port, "arena", headers);
        pilots.add(pilot);
        return pilot;
    }

    /** How who wants to play is answered that gets no socket. */
    private JsonObject refusal(String path, MultiMap headers) {
        return done(
                http.request(HttpMethod.GET, port, "127.0.0.1", path)
                        .compose(
                                request -> {
                                    request.headers().addAll(headers);
                                    request.putHeader("Upgrade", "websocket");
                                    request.putHeader("Connection", "Upgrade");
                                    return request.send().compose(HttpClientResponse::body);
                                })
                        .map(JsonObject::new));
    }

    @Test
    void aPageOfAnotherSiteMayPlayIfTheHostAllowsIt() {
        serve(1);
        connect(from(FRIEND)).say(hello("ann", "")).until(PilotClient::flies);
        JsonObject refused = refusal("/play/arena", from(FRIEND + ".evil.example"));
        assertEquals(403, refused.getInteger("status"));
    }

    @Test
    void anAddressHasOnlySoManyConnectionsAndOthersAreNotHindered() {
        serve(1);
        for (int i = 0; i < MOST_PER_ADDRESS; i++) {
            connect(at("203.0.113.7"));
        }
        for (String path : List.of("/play/arena", "/play/arena/stream")) {
            JsonObject refused = refusal(path, at("203.0.113.7"));
            assertEquals(429, refused.getInteger("status"));
            String why = refused.getString("detail");
            assertTrue(why.contains("too many connections from your address"), why);
        }
        connect(at("203.0.113.8")).say(hello("ann", "")).until(PilotClient::flies);
    }

    @Test
    void anAddressOpensOnlySoManyRoomsOnWhicheverLoop() {
        serve(2);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            statuses.add(openRoom("203.0.113.7"));
        }
        assertEquals(List.of(201, 201, 201, 201, 201, 429), statuses);
        assertEquals(201, openRoom("203.0.113.8"));
        assertEquals(201, openRoom("127.0.0.1"));
    }

    private int openRoom(String from) {
        return done(
                http.request(HttpMethod.POST, port, "127.0.0.1", "/api/rooms")
                        .compose(
                                request -> {
                                    request.headers().addAll(at(from));
                                    return request.send("{}");
                                })
                        .map(HttpClientResponse::statusCode));
    }
}

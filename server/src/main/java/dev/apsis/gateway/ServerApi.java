package dev.apsis.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What one may know of the server itself: its version and tongues, its clock, the servers beside
 * it, and the description of all that may be asked. Owned by one event loop.
 */
final class ServerApi {
    private static final String DESCRIPTION = "openapi.json";

    private final Vertx vertx;
    private final Doors doors;
    private final Venues venues;
    private Future<String> description = Future.failedFuture("not read yet");

    ServerApi(Vertx vertx, Doors doors, Venues venues) {
        this.vertx = vertx;
        this.doors = doors;
        this.venues = venues;
    }

    void mount(Router router) {
        RoomsApi.readOnly(router, "/api/server", this::facts);
        RoomsApi.readOnly(router, "/api/clock", ServerApi::clock);
        RoomsApi.readOnly(router, "/api/servers", this::neighbours);
        RoomsApi.readOnly(router, "/api/" + DESCRIPTION, this::describe);
    }

    private void facts(RoutingContext context) {
        var tongues = new JsonArray();
        for (Tongue tongue : Tongue.values()) {
            tongues.add(tongue.subprotocol());
        }
        var facts =
                new JsonObject()
                        .put("version", doors.version())
                        .put("status", venues.draining() ? "draining" : "up")
                        .put("rooms", venues.all().stream().filter(Venue::listed).count())
                        .put("subprotocols", tongues.add(FeedDoor.SUBPROTOCOL));
        Answers.json(context, facts, Answers.ASK_EACH_TIME);
    }

    /** For whoever wants to know how far its clock is from ours. */
    private static void clock(RoutingContext context) {
        var now = new JsonObject().put("at", System.currentTimeMillis());
        Answers.json(context, now, Answers.NEVER_KEPT);
    }

    /** What the directory said last: a page needs no rights beyond its own server. */
    private void neighbours(RoutingContext context) {
        var servers = new JsonObject().put("servers", doors.care().neighbours().servers());
        Answers.json(context, servers, Answers.ASK_EACH_TIME);
    }

    private void describe(RoutingContext context) {
        if (description.failed()) {
            description = vertx.executeBlocking(ServerApi::readDescription).map(String::valueOf);
        }
        description
                .onSuccess(text -> Answers.text(context, text, Answers.FOR_AN_HOUR))
                .onFailure(context::fail);
    }

    private static String readDescription() throws IOException {
        try (InputStream in = ServerApi.class.getResourceAsStream(DESCRIPTION)) {
            if (in == null) {
                throw new IOException(DESCRIPTION + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

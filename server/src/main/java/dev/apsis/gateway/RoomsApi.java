package dev.apsis.gateway;

import dev.apsis.door.JsonBody;
import dev.apsis.door.Problem;
import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.Whereabouts;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.Rules;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked once, over plain HTTP: whether the server is well, its rooms, and the asker's own
 * ship. Owned by one event loop.
 */
final class RoomsApi {
    private static final int MAX_BODY_BYTES = 4096;

    /** So many rooms are on a page at most: each is asked how many are in it. */
    private static final int MAX_LISTED = 200;

    private final Vertx vertx;
    private final Doors doors;
    private final Venues venues;
    private final Post post;

    RoomsApi(Vertx vertx, Doors doors, Venues venues, Post post) {
        this.post = post;
        this.venues = venues;
        this.vertx = vertx;
        this.doors = doors;
    }

    void mount(Router router) {
        readOnly(router, "/health", this::health);
        read(router, "/api/rooms", this::rooms);
        router.post("/api/rooms")
                .handler(
                        BodyHandler.create(/* handleFileUploads= */ false)
                                .setBodyLimit(MAX_BODY_BYTES))
                .handler(this::open);
        refuseOthers(router, "/api/rooms", "GET, HEAD, POST");
        readOnly(router, "/api/rooms/:room", this::room);
        readOnly(router, "/api/rooms/:room/health", this::healthOfRoom);
        readOnly(router, "/api/rooms/:room/me", this::me);
        router.route("/api/*")
                .handler(context -> Problem.send(context, 404, "there is nothing at this address"));
    }

    /** What may be asked for, and nothing else. */
    static void readOnly(Router router, String path, Handler<RoutingContext> handler) {
        read(router, path, handler);
        refuseOthers(router, path, "GET, HEAD");
    }

    /** What may be asked for with GET may be with HEAD. */
    static void read(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
    }

    /** With any other method one is told which there are. */
    static void refuseOthers(Router router, String path, String allowed) {
        router.route(path)
                .handler(
                        context -> {
                            context.response().putHeader(HttpHeaders.ALLOW, allowed);
                            Problem.send(context, 405, "here one may " + allowed);
                        });
    }

    /** A server that is about to end says so by its status, for balancers before it. */
    private void health(RoutingContext context) {
        boolean draining = venues.draining();
        context.response().setStatusCode(draining ? 503 : 200);
        var status =
                new JsonObject()
                        .put("status", draining ? "draining" : "up")
                        .put("version", doors.version());
        Answers.json(context, status, Answers.NEVER_KEPT);
    }

    private void healthOfRoom(RoutingContext context) {
        Venue venue = venues.get(context.pathParam("room"));
        if (venue == null) {
            Problem.send(context, 404, "there is no such room");
            return;
        }
        post.measure(venue)
                .onFailure(why -> refuse(context, why))
                .onSuccess(
                        gauges ->
                                Answers.json(context, RoomHealth.json(gauges), Answers.NEVER_KEPT));
    }

    /** A page of the listed rooms, by name: those after one, and where the next page is. */
    private void rooms(RoutingContext context) {
        String after = context.request().getParam("after", "");
        int limit = limit(context.request().getParam("limit"));
        if (limit < 1 || limit > MAX_LISTED) {
            Problem.send(context, 400, "'limit' is 1 to " + MAX_LISTED);
            return;
        }
        List<Venue> page =
                venues.all().stream()
                        .filter(venue -> venue.listed() && venue.room().compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        boolean more = page.size() > limit;
        List<Venue> shown = more ? page.subList(0, limit) : page;
        String next = more ? nextPage(shown.getLast(), limit) : "";
        List<Future<JsonObject>> asked = shown.stream().map(this::describe).toList();
        Future.join(asked)
                .onComplete(
                        all -> Answers.json(context, listOf(asked, next), Answers.ASK_EACH_TIME));
    }

    private static int limit(@Nullable String text) {
        return text == null ? MAX_LISTED : text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }

    private static String nextPage(Venue last, int limit) {
        return "/api/rooms?after=" + last.room() + "&limit=" + limit;
    }

    /** Of the rooms that answered: one that is just closing spoils no list. */
    private static JsonObject listOf(List<Future<JsonObject>> asked, String next) {
        var rooms = new JsonArray();
        asked.stream().filter(Future::succeeded).map(Future::result).forEach(rooms::add);
        var list = new JsonObject().put("rooms", rooms);
        return next.isEmpty() ? list : list.put("next", next);
    }

    private void room(RoutingContext context) {
        Venue venue = venues.get(context.pathParam("room"));
        if (venue == null) {
            Problem.send(context, 404, "there is no such room");
            return;
        }
        describe(venue)
                .onFailure(why -> refuse(context, why))
                .onSuccess(room -> Answers.json(context, room, Answers.ASK_EACH_TIME));
    }

    private void open(RoutingContext context) {
        if (!doors.admit(context)) {
            Problem.send(context, 403, "pages of other sites may not open rooms here");
            return;
        }
        Caller caller = Caller.of(context);
        long now = doors.nanos().getAsLong();
        if (!caller.isLocal() && !doors.quotas().rooms().take(caller.source(), now)) {
            Problem.send(context, 429, "too many rooms from your address: wait half a minute");
            return;
        }
        List<String> problems = new ArrayList<>();
        RoomWish wish = RoomWish.read(JsonBody.of(context, problems), problems);
        if (!problems.isEmpty()) {
            Problem.send(context, 400, String.join("; ", problems));
            return;
        }
        vertx.eventBus()
                .<LobbyMessage.Reply>request(
                        LobbyMessage.ADDRESS, new LobbyMessage.Open(wish), ByReference.DELIVERY)
                .onFailure(context::fail)
                .onSuccess(reply -> opened(context, reply.body()));
    }

    private static void opened(RoutingContext context, LobbyMessage.Reply reply) {
        switch (reply) {
            case LobbyMessage.Reply.Opened(Venue venue) -> {
                context.response()
                        .setStatusCode(201)
                        .putHeader("Location", "/play/" + venue.room());
                context.json(describe(venue, /* players= */ 0));
            }
            case LobbyMessage.Reply.Declined(String why) -> Problem.send(context, 409, why);
        }
    }

    private Future<JsonObject> describe(Venue venue) {
        return post.measure(venue).map(gauges -> describe(venue, gauges.heads().players()));
    }

    private static JsonObject describe(Venue venue, int players) {
        return new JsonObject()
                .put("id", venue.room())
                .put("mode", venue.mode())
                .put("teams", venue.teams())
                .put("players", players)
                .put("capacity", venue.capacity())
                .put("locked", venue.locked())
                .put("chat", venue.chat().word())
                .put("botPolicy", venue.botPolicy().word());
    }

    /** Tells a session, known by its token, about its own ship and nobody else's. */
    private void me(RoutingContext context) {
        Venue venue = venues.get(context.pathParam("room"));
        Optional<String> session = bearer(context).flatMap(doors::session);
        if (venue == null) {
            Problem.send(context, 404, "there is no such room");
        } else if (session.isEmpty()) {
            Problem.send(
                    context, 401, "send the token of your welcome: 'Authorization: Bearer TOKEN'");
        } else {
            post.<Whereabouts>ask(venue, new RoomMessage.Ask(Badge.holder(session.get())))
                    .onFailure(why -> refuse(context, why))
                    .onSuccess(where -> Answers.json(context, json(where), Answers.NEVER_KEPT));
        }
    }

    /** That a room is gone by now, or has no time to answer, is no bug of ours. */
    private static void refuse(RoutingContext context, Throwable why) {
        ReplyFailure how =
                why instanceof ReplyException unanswered
                        ? unanswered.failureType()
                        : ReplyFailure.ERROR;
        switch (how) {
            case TIMEOUT -> Problem.send(context, 503, "the room is busy: ask again in a while");
            case NO_HANDLERS, RECIPIENT_FAILURE ->
                    Problem.send(context, 404, "the room is just closing");
            case ERROR -> context.fail(why);
        }
    }

    static Optional<String> bearer(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        return header != null && header.startsWith("Bearer ")
                ? Optional.of(header.substring("Bearer ".length()))
                : Optional.empty();
    }

    private static JsonObject json(Whereabouts where) {
        var json =
                new JsonObject()
                        .put("seat", where.seat())
                        .put("tick", where.tick())
                        .put("score", where.score());
        if (where.id() != 0) {
            int[] row = where.row();
            json.put(
                    "ship",
                    new JsonObject()
                            .put("x", row[ShipRow.X] / Rules.GRID)
                            .put("y", row[ShipRow.Y] / Rules.GRID)
                            .put("heading", row[ShipRow.HEADING] * 360.0 / 65536)
                            .put("hull", row[ShipRow.HULL]));
        }
        return json;
    }
}

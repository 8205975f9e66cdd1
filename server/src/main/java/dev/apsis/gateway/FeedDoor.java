package dev.apsis.gateway;

import dev.apsis.door.Problem;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Where readers of feeds come in: rooms by /api/rooms/{room}/live, the doctor's by
 * /api/doctor/live, and all of them on one WebSocket at /feed. Owned by one event loop.
 */
final class FeedDoor {
    static final String SUBPROTOCOL = "apsis.feed.v1+json";

    private static final int MAX_PER_ADDRESS = 64;

    /** What a reader wants is not there, and why. */
    static final class Absent extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;

        Absent(int status, String why) {
            super(why, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final Vertx vertx;
    private final Doors doors;
    private final Venues venues;
    private final Feeds feeds;
    private final Beacon beacon;
    private final LongSupplier millis;
    private final Crowd crowd = new Crowd(MAX_PER_ADDRESS);
    private final LiveApi live;

    FeedDoor(Vertx vertx, Doors doors, Venues venues) {
        this.vertx = vertx;
        this.doors = doors;
        this.venues = venues;
        this.millis = System::currentTimeMillis;
        this.feeds = new Feeds(vertx);
        this.beacon = new Beacon(vertx, millis);
        this.live = new LiveApi(vertx, crowd);
    }

    void mount(Router router) {
        RoomsApi.readOnly(router, "/feed", this::socket);
        RoomsApi.readOnly(router, "/api/rooms/:room/live", this::room);
        RoomsApi.readOnly(router, "/api/doctor/live", this::doctor);
        RoomsApi.readOnly(router, "/api/me/live", this::me);
    }

    /** A room's feed over HTTP. */
    private void room(RoutingContext context) {
        room(context.pathParam("room"))
                .onSuccess(feed -> live.answer(context, feed))
                .onFailure(why -> refuse(context, why));
    }

    /** The doctor's. */
    private void doctor(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.response().putHeader("Apsis-Asked", String.valueOf(headBytes(request)));
        live.answer(context, beacon.feed());
    }

    /** What a request's head took on the wire: a page is not told what its browser sends. */
    private static int headBytes(HttpServerRequest request) {
        int bytes = (request.method().name() + ' ' + request.uri() + " HTTP/1.1").length() + 4;
        for (Map.Entry<String, String> header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length() + 4;
        }
        return bytes;
    }

    /** A session's own, for who has its token: by header, or where none can be sent by address. */
    private void me(RoutingContext context) {
        HttpServerRequest request = context.request();
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        String token =
                header == null
                        ? request.getParam("token", "")
                        : header.replaceFirst("^Bearer ", "");
        if (!EventStream.wanted(request)) {
            Problem.send(context, 406, "this feed is a stream: 'Accept: text/event-stream'");
            return;
        }
        me(token, request.params().getAll("friend"))
                .onSuccess(feed -> live.answer(context, feed))
                .onFailure(why -> refuse(context, why));
    }

    private Future<Feed> me(String token, List<String> friends) {
        Optional<String> session = doors.session(token);
        if (session.isEmpty()) {
            return absent(401, "say the token of your welcome");
        }
        return friends.size() > Notifier.MAX_FRIENDS
                ? absent(400, "one may ask for " + Notifier.MAX_FRIENDS + " friends at most")
                : feeds.session(new Notifier.Wish(session.get(), Set.copyOf(friends)));
    }

    private static void refuse(RoutingContext context, Throwable why) {
        if (why instanceof Absent absent) {
            Problem.send(context, absent.status(), String.valueOf(absent.getMessage()));
        } else {
            context.fail(why);
        }
    }

    /** What a channel's name stands for; fails with {@link Absent}. */
    private Future<Feed> channel(FeedWish.Subscribe wish) {
        String name = wish.channel();
        if (name.equals("doctor")) {
            return Future.succeededFuture(beacon.feed());
        }
        if (name.equals("me")) {
            return me(wish.token(), wish.friends());
        }
        return name.startsWith("room/")
                ? room(name.substring("room/".length()))
                : absent(404, "channels are room/NAME, me and doctor");
    }

    private Future<Feed> room(@Nullable String name) {
        Venue venue = venues.get(name);
        if (venue == null) {
            return absent(404, "there is no such room");
        }
        return venue.locked()
                ? absent(403, "this room asks for a password: it has no public feed")
                : feeds.room(venue).recover(closing -> absent(404, "the room is just closing"));
    }

    private static <T> Future<T> absent(int status, String why) {
        return Future.failedFuture(new Absent(status, why));
    }

    /** One socket for as many channels as its reader likes. */
    private void socket(RoutingContext context) {
        if (!PlayDoor.wanted(context)) {
            context.response().putHeader("Upgrade", "websocket");
            Problem.send(context, 426, "here one opens a WebSocket that speaks " + SUBPROTOCOL);
        } else if (!crowd.enter(Caller.of(context))) {
            Problem.send(context, 429, "too many feeds are open from your address");
        } else {
            crowd.upgrade(context).onSuccess(line -> open(line, Caller.of(context)));
        }
    }

    private void open(Farewell line, Caller caller) {
        new FeedSocket(vertx, line, doors, millis).open(this::channel, () -> crowd.leave(caller));
    }
}

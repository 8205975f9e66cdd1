package dev.apsis.gateway;

import dev.apsis.door.Problem;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Where players come in: at /play/{room}, by WebSocket, or by a stream if need be. Decides by
 * origin, address, subprotocol and room who gets a {@link Connection}. Owned by one event loop.
 */
final class PlayDoor {
    private static final int WRITE_QUEUE_BYTES = 8 * 1024;
    private static final int MAX_PER_ADDRESS = 64;

    private final Vertx vertx;
    private final Doors doors;
    private final Venues venues;
    private final Rooms rooms;
    private final Audiences audiences;
    private final Post post;
    private final Crowd crowd = new Crowd(MAX_PER_ADDRESS);
    private final StreamDoor streams;

    PlayDoor(Vertx vertx, Doors doors, Venues venues, Post post) {
        this.post = post;
        this.vertx = vertx;
        this.doors = doors;
        this.venues = venues;
        this.rooms = new BusRooms(vertx);
        this.audiences = new Audiences(rooms, doors, venues);
        this.streams = new StreamDoor(vertx, doors.tokens(), post::refused);
    }

    /** Whether somebody wants to play here, rather than to look at the page. */
    static boolean wanted(RoutingContext context) {
        String upgrade = context.request().getHeader(HttpHeaders.UPGRADE);
        return upgrade != null && upgrade.equalsIgnoreCase("websocket");
    }

    void mount(Router router) {
        String stream = "/play/:room/stream";
        router.get(stream).handler(this::enterByStream);
        router.post(stream + "/:link")
                .handler(
                        BodyHandler.create(/* handleFileUploads= */ false)
                                .setBodyLimit(StreamDoor.MAX_POST_BYTES))
                .handler(streams::post);
        RoomsApi.refuseOthers(router, stream, "GET");
        RoomsApi.refuseOthers(router, stream + "/:link", "POST");
    }

    /** Whether somebody may come in at all; if not it is told why. */
    private boolean admits(RoutingContext context) {
        if (!doors.admit(context)) {
            post.refused("origin");
            Problem.send(context, 403, "pages of other sites may not play here");
            return false;
        }
        if (!crowd.enter(Caller.of(context))) {
            post.refused("crowd");
            Problem.send(context, 429, "too many connections from your address");
            return false;
        }
        return true;
    }

    private void enterByStream(RoutingContext context) {
        if (!admits(context)) {
            return;
        }
        Venue venue = venues.get(context.pathParam("room"));
        Caller caller = Caller.of(context);
        long id = doors.care().posts().nextId();
        Runnable ended = ending(caller, id);
        if (doors.care().sentry().bars(caller.address()).isPresent()) {
            streams.refuse(context, Refusal.BANNED, ended);
        } else if (venue == null) {
            streams.refuse(context, Refusal.NO_ROOM, ended);
        } else {
            streams.open(context, line -> connection(line, venue, id, caller.address()), ended);
        }
    }

    private Connection connection(Line line, Venue venue, long id, String address) {
        var connection = new Connection(rooms, line, venue, audiences, doors);
        post.enter(id, address, connection);
        connection.whenAdmitted(() -> post.admitted(id));
        return connection;
    }

    void enter(RoutingContext context) {
        if (admits(context)) {
            Venue venue = venues.get(context.pathParam("room"));
            crowd.upgrade(context).onSuccess(line -> open(line, venue, Caller.of(context)));
        }
    }

    private void open(Farewell farewell, @Nullable Venue venue, Caller caller) {
        ServerWebSocket socket = farewell.socket();
        Lane lane = Lane.open(farewell.channel());
        socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        long id = doors.care().posts().nextId();
        Runnable ended = ending(caller, id);
        Optional<Tongue> tongue = Tongue.of(socket.subProtocol());
        if (tongue.isEmpty()) {
            socket.closeHandler(closed -> ended.run());
            post.refused(Refusal.SUBPROTOCOL);
            farewell.say(Refusal.SUBPROTOCOL);
            return;
        }
        var line = new SocketLine(farewell, tongue.get(), lane, post::refused);
        farewell.whenBroken(() -> line.refuse(Refusal.MALFORMED));
        Optional<String> barred = doors.care().sentry().bars(caller.address());
        if (barred.isPresent() || venue == null) {
            socket.closeHandler(closed -> ended.run());
            line.refuse(
                    barred.map(words -> new Refused(Refusal.BANNED, words))
                            .orElse(new Refused(Refusal.NO_ROOM, Refusal.NO_ROOM.text())));
        } else {
            listen(socket, line, connection(line, venue, id, caller.address()), ended);
        }
    }

    /** What is to be done once a connection is no more. */
    private Runnable ending(Caller caller, long id) {
        return () -> {
            crowd.leave(caller);
            post.leave(id);
        };
    }

    private void listen(
            ServerWebSocket socket, SocketLine line, Connection connection, Runnable ended) {
        long patience = vertx.setTimer(Connection.HELLO_MILLIS, timer -> connection.hurry());
        line.hearCommands(connection::hear);
        socket.binaryMessageHandler(connection::hear);
        socket.textMessageHandler(connection::hear);
        socket.exceptionHandler(
                broken -> {
                    if (broken instanceof IllegalStateException) { // too long, or else it is cut
                        line.refuse(Refusal.MALFORMED);
                    }
                });
        socket.closeHandler(
                nothing -> {
                    vertx.cancelTimer(patience);
                    line.end();
                    ended.run();
                    connection.end();
                });
    }
}

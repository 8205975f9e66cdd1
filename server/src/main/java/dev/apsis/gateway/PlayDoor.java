package dev.apsis.gateway;

import dev.apsis.protocol.message.Refusal;

import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Where players come in: at /play/{room}, by WebSocket. Decides by origin, address, subprotocol and
 * room who gets a {@link Connection}. Owned by one event loop.
 */
final class PlayDoor {
    private static final int WRITE_QUEUE_BYTES = 8 * 1024;
    private static final int MAX_PER_ADDRESS = 64;

    private final Vertx vertx;
    private final Doors doors;
    private final Venues venues;
    private final Rooms rooms;
    private final Audiences audiences;
    private final Crowd crowd = new Crowd(MAX_PER_ADDRESS);

    PlayDoor(Vertx vertx, Doors doors, Venues venues) {
        this.vertx = vertx;
        this.doors = doors;
        this.venues = venues;
        this.rooms = new BusRooms(vertx);
        this.audiences = new Audiences(rooms, doors, venues);
    }

    /** Whether somebody wants to play here, rather than to look at the page. */
    static boolean wanted(RoutingContext context) {
        String upgrade = context.request().getHeader(HttpHeaders.UPGRADE);
        return upgrade != null && upgrade.equalsIgnoreCase("websocket");
    }

    void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!doors.admit(
                request.getHeader(HttpHeaders.ORIGIN), request.getHeader(HttpHeaders.HOST))) {
            RoomsApi.problem(context, 403, "pages of other sites may not play here");
        } else if (!crowd.enter(request.remoteAddress())) {
            RoomsApi.problem(context, 429, "too many connections from your address");
        } else {
            Venue venue = venues.get(context.pathParam("room"));
            request.toWebSocket()
                    .onFailure(
                            broken -> {
                                crowd.leave(request.remoteAddress());
                                context.fail(400, broken);
                            })
                    .onSuccess(socket -> open(socket, Lane.open(channel(request)), venue));
        }
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }

    private void open(ServerWebSocket socket, Lane lane, @Nullable Venue venue) {
        socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        Runnable ended = () -> crowd.leave(socket.remoteAddress());
        Optional<Tongue> tongue = Tongue.of(socket.subProtocol());
        if (tongue.isEmpty()) {
            socket.closeHandler(closed -> ended.run());
            Refusal reason = Refusal.SUBPROTOCOL;
            socket.close((short) reason.closeCode(), reason.word());
        } else if (venue == null) {
            socket.closeHandler(closed -> ended.run());
            new SocketLine(socket, tongue.get(), lane).refuse(Refusal.NO_ROOM);
        } else {
            var line = new SocketLine(socket, tongue.get(), lane);
            listen(socket, line, new Connection(rooms, line, venue, audiences, doors), ended);
        }
    }

    private void listen(
            ServerWebSocket socket, SocketLine line, Connection connection, Runnable ended) {
        long patience = vertx.setTimer(Connection.HELLO_MILLIS, timer -> connection.hurry());
        line.hearCommands(connection::hear);
        socket.binaryMessageHandler(connection::hear);
        socket.textMessageHandler(connection::hear);
        socket.exceptionHandler(broken -> line.refuse(Refusal.MALFORMED));
        socket.closeHandler(
                nothing -> {
                    vertx.cancelTimer(patience);
                    line.end();
                    ended.run();
                    connection.end();
                });
    }
}

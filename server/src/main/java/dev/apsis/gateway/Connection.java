package dev.apsis.gateway;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.Seating;
import dev.apsis.engine.game.Pilot;
import dev.apsis.protocol.bits.WireException;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.OrbitSchema;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

import org.jspecify.annotations.Nullable;

import java.util.function.LongSupplier;

/**
 * One WebSocket from its hello to its end: a stranger's bytes come in, typed messages go to the
 * room. Owned by the socket's event loop.
 *
 * <pre>
 * hello (commands | ping | resync)* [goodbye]
 * </pre>
 */
final class Connection {
    private static final long HELLO_MILLIS = 5000;
    private static final int MESSAGES_PER_SECOND = 75;
    private static final int BURST = 150;
    private static final int MAX_NAME_CHARS = 24;

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final Venue venue;
    private final Audiences audiences;
    private final Tokens tokens;
    private final Allowance allowance;
    private final LongSupplier nanos;
    private final long helloTimer;
    private boolean greeted;
    private boolean leftForGood;
    private @Nullable Viewer viewer;

    Connection(Vertx vertx, ServerWebSocket socket, Venue venue, Audiences audiences, Doors doors) {
        this.vertx = vertx;
        this.socket = socket;
        this.venue = venue;
        this.audiences = audiences;
        this.tokens = doors.tokens();
        this.nanos = doors.nanos();
        this.allowance = new Allowance(MESSAGES_PER_SECOND, BURST, nanos.getAsLong());
        this.helloTimer = vertx.setTimer(HELLO_MILLIS, timer -> refuse(Refusal.SILENT));
    }

    void open() {
        socket.binaryMessageHandler(this::read);
        socket.textMessageHandler(text -> refuse(Refusal.MALFORMED));
        socket.closeHandler(nothing -> end());
        socket.exceptionHandler(broken -> socket.close());
    }

    private void read(Buffer message) {
        if (!allowance.take(1, nanos.getAsLong())) {
            refuse(Refusal.TOO_MUCH);
            return;
        }
        try {
            take(ClientMessage.read(message.getBytes(), message.length()));
        } catch (WireException malformed) {
            refuse(Refusal.MALFORMED, Refusal.MALFORMED.text() + ": " + malformed.getMessage());
        }
    }

    private void take(ClientMessage message) {
        switch (message) {
            case ClientMessage.Hello hello -> greet(hello);
            case ClientMessage.Commands commands -> order(commands);
            case ClientMessage.Ping ping -> pong(ping);
            case ClientMessage.Resync resync -> resync();
            case ClientMessage.Goodbye goodbye -> {
                leftForGood = true;
                socket.close();
            }
        }
    }

    private void greet(ClientMessage.Hello hello) {
        if (greeted) {
            refuse(Refusal.MALFORMED);
            return;
        }
        greeted = true;
        vertx.cancelTimer(helloTimer);
        String name = hello.name().strip();
        if (hello.schema() != OrbitSchema.SCHEMA.hash()) {
            refuse(Refusal.VERSION);
        } else if (hello.spectate()) {
            admit(new Viewer(socket, -1, 0), "", audiences.tick(venue));
        } else if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
            refuse(Refusal.NAME);
        } else {
            String session = tokens.session(hello.token()).orElseGet(tokens::newSession);
            join(session, name, hello.password(), hello.bot());
        }
    }

    private void join(String session, String name, String password, boolean bot) {
        var join = new RoomMessage.Join(session, new Pilot(name, bot), password);
        vertx.eventBus()
                .<Seating>request(RoomAddress.commands(venue.room()), join, ByReference.DELIVERY)
                .onFailure(gone -> refuse(Refusal.ROOM_CLOSED))
                .onSuccess(reply -> seat(reply.body(), tokens.sign(session)));
    }

    private void seat(Seating seating, String token) {
        switch (seating) {
            case Seating.Seated(int seat, int link, int tick) ->
                    admit(new Viewer(socket, seat, link), token, tick);
            case Seating.Full(int capacity) -> refuse(Refusal.FULL);
            case Seating.WrongPassword() -> refuse(Refusal.PASSWORD);
        }
    }

    private void admit(Viewer admitted, String token, int tick) {
        viewer = admitted;
        if (socket.isClosed()) {
            end();
            return;
        }
        var welcome =
                new ServerMessage.Welcome(
                        admitted.seat,
                        token,
                        venue.room(),
                        tick,
                        venue.timing().ticksPerFrame(),
                        venue.arena());
        admitted.say(Buffer.buffer(welcome.toBytes()));
        audiences.of(venue).add(admitted);
    }

    private void order(ClientMessage.Commands commands) {
        Viewer pilot = viewer;
        if (pilot == null || pilot.seat < 0) {
            return;
        }
        int firstTick = Wire.unwrap(commands.first(), audiences.tick(venue));
        tell(new RoomMessage.Orders(pilot.seat, pilot.link, firstTick, commands.packed()));
    }

    private void pong(ClientMessage.Ping ping) {
        Viewer asking = viewer;
        if (asking != null) {
            Audience audience = audiences.of(venue);
            int micros = (int) Math.min(Integer.MAX_VALUE, audience.micros(nanos.getAsLong()));
            var pong = new ServerMessage.Pong(ping.serial(), audience.tick(), micros);
            asking.say(Buffer.buffer(pong.toBytes()));
        }
    }

    private void resync() {
        Viewer lost = viewer;
        if (lost != null) {
            lost.roster.forget();
        }
    }

    private void end() {
        vertx.cancelTimer(helloTimer);
        Viewer leaving = viewer;
        viewer = null;
        if (leaving == null) {
            return;
        }
        audiences.remove(venue, leaving);
        if (leaving.seat >= 0) {
            tell(new RoomMessage.Leave(leaving.seat, leaving.link, leftForGood));
        }
    }

    private void tell(RoomMessage message) {
        vertx.eventBus().send(RoomAddress.commands(venue.room()), message, ByReference.DELIVERY);
    }

    private void refuse(Refusal reason) {
        refuse(reason, reason.text());
    }

    private void refuse(Refusal reason, String text) {
        vertx.cancelTimer(helloTimer);
        Viewer.refuse(socket, reason, text);
    }
}

package dev.apsis;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Emote;
import dev.apsis.protocol.message.Notice;
import dev.apsis.protocol.message.People;
import dev.apsis.protocol.message.Pong;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.Round;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A real client on a real socket that remembers what it was told. Owned by its event loop. */
public final class PilotClient {
    private static final int PATIENCE_SECONDS = 20;

    private final Context context;
    private final WebSocket socket;

    /** Held, for a client that nobody holds is collected and closes its sockets. */
    private final WebSocketClient client;

    private final List<Waiter> waiters = new ArrayList<>();
    private @Nullable Mirror mirror;
    private @Nullable Welcome welcome;
    private @Nullable Refused refused;
    private People people = new People(List.of());
    private final List<String> heard = new ArrayList<>();
    private String notice = "";
    private Round.@Nullable Phase phase;
    private int welcomes;
    private int answered = -1;
    private int snapshots;
    private boolean closed;
    private boolean answering;

    private record Waiter(Predicate<PilotClient> wish, Promise<PilotClient> promise) {}

    private PilotClient(Context context, WebSocketClient client, WebSocket socket) {
        this.context = context;
        this.client = client;
        this.socket = socket;
        socket.binaryMessageHandler(this::take);
        socket.closeHandler(
                nothing -> {
                    closed = true;
                    check();
                });
    }

    /** Opens a socket to a room and says nothing yet. */
    public static PilotClient connect(Vertx vertx, int port, String room) {
        return connect(vertx, port, room, MultiMap.caseInsensitiveMultiMap());
    }

    /** The same with such headers beside the usual ones. */
    public static PilotClient connect(Vertx vertx, int port, String room, MultiMap headers) {
        return connect(vertx, new WebSocketClientOptions(), options(port, room, headers));
    }

    /** The same by TLS, whatever certificate is shown. */
    public static PilotClient connectSecurely(Vertx vertx, int port, String room) {
        var options = new WebSocketClientOptions().setSsl(true).setTrustAll(true);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        return connect(vertx, options.setVerifyHost(false), options(port, room, headers));
    }

    private static WebSocketConnectOptions options(int port, String room, MultiMap headers) {
        var options =
                new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setURI("/play/" + room)
                        .addSubProtocol(Wire.SUBPROTOCOL);
        headers.forEach((name, value) -> options.addHeader(name, value));
        return options;
    }

    private static PilotClient connect(
            Vertx vertx, WebSocketClientOptions how, WebSocketConnectOptions options) {
        Context context = vertx.getOrCreateContext();
        WebSocketClient client = vertx.createWebSocketClient(how);
        Promise<PilotClient> connected = Promise.promise();
        context.runOnContext(
                nothing ->
                        client.connect(options)
                                .map(socket -> new PilotClient(context, client, socket))
                                .onComplete(connected));
        return done(connected.future());
    }

    /** What a future brings; fails if that takes longer than anything here may. */
    public static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException failure) {
            throw new AssertionError("nothing came of it", failure);
        }
    }

    public static ClientMessage.Hello hello(String name, String token) {
        return new ClientMessage.Hello(
                OrbitSchema.SCHEMA.hash(), name, token, "", /* spectate= */ false, /* bot= */ true);
    }

    /** What a person says who comes for the first time, to fly or to be {@code watching()}. */
    public static ClientMessage.Hello person(String name, String password) {
        return new ClientMessage.Hello(
                OrbitSchema.SCHEMA.hash(), name, "", password, /* spectate= */ false, false);
    }

    public PilotClient say(ClientMessage message) {
        return sayBytes(message.toBytes());
    }

    public PilotClient sayBytes(byte[] bytes) {
        socket.writeBinaryMessage(Buffer.buffer(bytes));
        return this;
    }

    public PilotClient sayText(String text) {
        socket.writeTextMessage(text);
        return this;
    }

    /** From here on it says of each snapshot that it has come, as a server wants to hear. */
    public PilotClient answering() {
        context.runOnContext(nothing -> answering = true);
        return this;
    }

    /** Closes the socket and waits until it is. */
    public void close() {
        done(socket.close());
        done(client.close());
    }

    /** Waits for the message that makes a wish come true; the wish is asked on the event loop. */
    public PilotClient until(Predicate<PilotClient> wish) {
        Promise<PilotClient> promise = Promise.promise();
        context.runOnContext(
                nothing -> {
                    waiters.add(new Waiter(wish, promise));
                    check();
                });
        return done(promise.future());
    }

    public Welcome welcome() {
        return Objects.requireNonNull(welcome, "not welcomed");
    }

    public boolean welcomed() {
        return welcome != null;
    }

    /** How many welcomes came: one, and another for each room it was taken to. */
    public int welcomes() {
        return welcomes;
    }

    public Refused refused() {
        return Objects.requireNonNull(refused, "not refused");
    }

    public People people() {
        return people;
    }

    /** What the round is in, as far as it was told. */
    public Round.@Nullable Phase phase() {
        return phase;
    }

    /** The last notice, or nothing. */
    public String notice() {
        return notice;
    }

    /** Everybody's words and signs, such as "3: hello" and "3 waves sorry". */
    public List<String> heard() {
        return heard;
    }

    /** Whether the ship of a seat is in sight. */
    public boolean sees(int seat) {
        for (int i = 0; i < mirror().size(); i++) {
            boolean ship = mirror().types()[i] == OrbitSchema.SHIP;
            if (ship && mirror().row(i)[ShipRow.SEAT] == seat) {
                return true;
            }
        }
        return false;
    }

    /** How many snapshots came. */
    public int snapshots() {
        return snapshots;
    }

    /** Waits until the server has taken in all that was said before. */
    public PilotClient settle(int serial) {
        return say(new ClientMessage.Ping(serial)).until(pilot -> pilot.answered == serial);
    }

    public boolean closed() {
        return closed;
    }

    /** The code the server closed with, or 0. */
    public int closeCode() {
        Short code = socket.closeStatusCode();
        return code == null ? 0 : code;
    }

    /** Whether it is in the world, with a ship of its own. */
    public boolean flies() {
        return mirror != null && mirror.self() >= 0;
    }

    public Mirror mirror() {
        return Objects.requireNonNull(mirror, "not welcomed");
    }

    /** A field of its own ship. */
    public int own(int field) {
        return mirror().row(mirror().self())[field];
    }

    private void take(Buffer message) {
        byte[] bytes = message.getBytes();
        var in = new BitReader(bytes);
        int kind = ServerMessage.kind(in);
        if (kind == ServerMessage.SNAPSHOT) {
            mirror().read(in);
            snapshots++;
            if (answering) {
                int tick = mirror().tick();
                say(new ClientMessage.Commands(tick, tick, new int[0]));
            }
        } else {
            remember(ServerMessage.read(kind, in));
        }
        check();
    }

    private void remember(ServerMessage message) {
        if (message instanceof Welcome news) {
            welcome = news;
            welcomes++;
            var motion = new OrbitMotion(news.arena());
            mirror = new Mirror(OrbitSchema.SCHEMA, motion, news.ticksPerFrame(), news.seat());
        } else if (message instanceof Refused news) {
            refused = news;
        } else if (message instanceof People news) {
            people = news;
        } else if (message instanceof Round news) {
            phase = news.phase();
        } else if (message instanceof Notice news) {
            notice = news.text();
        } else if (message instanceof Chat chat) {
            heard.add(chat.seat() + ": " + chat.text());
        } else if (message instanceof Emote emote) {
            heard.add(emote.seat() + " waves " + emote.sign().word());
        } else if (message instanceof Pong pong) {
            answered = pong.serial();
        }
    }

    private void check() {
        for (Waiter waiter : List.copyOf(waiters)) {
            if (waiter.wish.test(this)) {
                waiters.remove(waiter);
                waiter.promise.tryComplete(this);
            }
        }
    }
}

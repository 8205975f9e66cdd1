package dev.apsis.directory;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Looks at servers from outside, as a player's machine would: opens their feed's WebSocket, has the
 * secret proved, and measures the way there and back. Owned by the directory's event loop.
 */
final class Inspection {
    static final String SUBPROTOCOL = "apsis.feed.v1+json";

    /** The quickest of so many answers tells how far a server is. */
    private static final int PINGS = 3;

    private static final int CHALLENGE_BYTES = 24;
    private static final int MAX_MESSAGE_BYTES = 8 * 1024;

    /** A server talks of nothing else on a socket that subscribed to nothing. */
    private static final int MAX_MESSAGES = 16;

    private static final double NANOS_PER_MILLI = 1e6;

    private final Vertx vertx;
    private final RandomGenerator random;
    private final LongSupplier nanos;
    private final int limitMillis;

    /** Held, for a client that nobody holds is collected and closes its sockets. */
    private final WebSocketClient client;

    Inspection(Vertx vertx, RandomGenerator random, LongSupplier nanos, int limitMillis) {
        this.vertx = vertx;
        this.random = random;
        this.nanos = nanos;
        this.limitMillis = limitMillis;
        this.client =
                vertx.createWebSocketClient(
                        new WebSocketClientOptions()
                                .setConnectTimeout(limitMillis)
                                .setMaxFrameSize(MAX_MESSAGE_BYTES)
                                .setMaxMessageSize(MAX_MESSAGE_BYTES));
    }

    /**
     * Connects to a server at one of its host's addresses, whatever its name may stand for a moment
     * later; brings the milliseconds there and back, or fails with {@link Denied}.
     */
    Future<Integer> look(Announcement announced, InetAddress at) {
        PublicAddress address = announced.address();
        var options =
                new WebSocketConnectOptions()
                        .setServer(
                                SocketAddress.inetSocketAddress(
                                        address.port(), at.getHostAddress()))
                        .setHost(address.host())
                        .setPort(address.port())
                        .setSsl(address.encrypted())
                        .setURI("/feed")
                        .setTimeout(limitMillis)
                        .addSubProtocol(SUBPROTOCOL);
        Promise<Integer> found = Promise.promise();
        long timer = vertx.setTimer(limitMillis, late -> deny(found, "did not answer in time"));
        client.connect(options)
                .onFailure(why -> deny(found, "opened no WebSocket at /feed"))
                .onSuccess(socket -> new Talk(socket, announced.secret(), found).begin());
        return found.future()
                .recover(why -> Future.failedFuture(naming(address, why)))
                .onComplete(over -> vertx.cancelTimer(timer));
    }

    private static void deny(Promise<Integer> found, String why) {
        found.tryFail(new Denied(422, why));
    }

    private static Throwable naming(PublicAddress address, Throwable why) {
        return why instanceof Denied denied
                ? new Denied(denied.status(), address + " " + denied.why())
                : why;
    }

    /** One socket to one server: a challenge, then pings. Owned by its inspection. */
    private final class Talk {
        private final WebSocket socket;
        private final String secret;
        private final Promise<Integer> found;
        private final String challenge;
        private boolean proved;
        private int messages;
        private int pings;
        private long askedAtNanos;
        private long bestNanos = Long.MAX_VALUE;

        Talk(WebSocket socket, String secret, Promise<Integer> found) {
            this.socket = socket;
            this.secret = secret;
            this.found = found;
            byte[] bytes = new byte[CHALLENGE_BYTES];
            random.nextBytes(bytes);
            this.challenge = HexFormat.of().formatHex(bytes);
        }

        void begin() {
            found.future().onComplete(over -> close());
            if (!SUBPROTOCOL.equals(socket.subProtocol())) {
                deny(found, "does not speak " + SUBPROTOCOL);
                return;
            }
            socket.textMessageHandler(this::hear);
            socket.binaryMessageHandler(bytes -> deny(found, "answered with bytes"));
            socket.exceptionHandler(broken -> deny(found, "broke the connection"));
            socket.closeHandler(gone -> deny(found, "closed the connection"));
            ask(new JsonObject().put("kind", "prove").put("challenge", challenge));
        }

        private void close() {
            if (!socket.isClosed()) {
                var unused = socket.close();
            }
        }

        private void ask(JsonObject question) {
            askedAtNanos = nanos.getAsLong();
            var unused = socket.writeTextMessage(question.encode());
        }

        private void hear(String text) {
            messages++;
            try {
                var said = new JsonObject(text);
                String kind = said.getString("kind", "");
                if (messages > MAX_MESSAGES) {
                    deny(found, "talks too much");
                } else if (!proved && kind.equals("proof")) {
                    check(said.getJsonArray("proofs", new JsonArray()));
                } else if (!proved && kind.equals("problem")) {
                    deny(found, "is a server that did not announce itself");
                } else if (proved && kind.equals("pong")) {
                    measure();
                }
            } catch (DecodeException | ClassCastException malformed) {
                deny(found, "answered what is no JSON of ours");
            }
        }

        /** A server has a proof for each directory it announces itself to. */
        private void check(JsonArray proofs) {
            proved =
                    proofs.stream()
                            .anyMatch(each -> Proof.holds(secret, challenge, String.valueOf(each)));
            if (proved) {
                ping();
            } else {
                deny(found, "is another server than the one that announces it");
            }
        }

        private void ping() {
            pings++;
            ask(new JsonObject().put("kind", "ping").put("serial", pings));
        }

        private void measure() {
            bestNanos = Math.min(bestNanos, nanos.getAsLong() - askedAtNanos);
            if (pings < PINGS) {
                ping();
            } else {
                found.tryComplete((int) Math.round(bestNanos / NANOS_PER_MILLI));
            }
        }
    }
}

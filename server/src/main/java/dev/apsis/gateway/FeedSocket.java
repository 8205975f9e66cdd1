package dev.apsis.gateway;

import dev.apsis.door.Allowance;
import dev.apsis.feed.EventId;
import dev.apsis.protocol.bits.WireException;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One reader's socket, on which it subscribes to channels and leaves them. Owned by the socket's
 * event loop.
 *
 * <pre>
 * {"channel":NAME,"event":EVENT}                                     what happened there
 * {"kind":"left","channel":NAME}                                     nothing more of it
 * {"kind":"problem","channel":NAME,"status":NUMBER,"detail":TEXT}    and so nothing of it
 * {"kind":"pong","serial":NUMBER,"at":MILLIS}
 * {"kind":"proof","proofs":[TEXT, ...]}                              to a directory's challenge
 * </pre>
 */
final class FeedSocket {
    /** A further channel is refused. */
    private static final int MAX_CHANNELS = 16;

    private static final int WRITE_QUEUE_BYTES = 8 * 1024;
    private static final int MESSAGES_PER_SECOND = 20;
    private static final int BURST = 60;
    private static final Buffer NOTHING = Buffer.buffer();

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final Farewell farewell;
    private final Allowance allowance;
    private final LongSupplier nanos;
    private final LongSupplier millis;
    private final Neighbours neighbours;
    private final Map<String, Subscription> byChannel = new HashMap<>();

    FeedSocket(Vertx vertx, Farewell farewell, Doors doors, LongSupplier millis) {
        this.vertx = vertx;
        this.socket = farewell.socket();
        this.farewell = farewell;
        this.nanos = doors.nanos();
        this.millis = millis;
        this.neighbours = doors.care().neighbours();
        this.allowance = new Allowance(MESSAGES_PER_SECOND, BURST, nanos.getAsLong());
    }

    void open(Function<FeedWish.Subscribe, Future<Feed>> channels, Runnable closed) {
        socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        long heartbeat = vertx.setPeriodic(EventStream.HEARTBEAT_MILLIS, timer -> beat());
        socket.closeHandler(
                nothing -> {
                    vertx.cancelTimer(heartbeat);
                    byChannel.values().forEach(Subscription::stop);
                    byChannel.clear();
                    closed.run();
                });
        if (!FeedDoor.SUBPROTOCOL.equals(socket.subProtocol())) {
            farewell.say(Refusal.SUBPROTOCOL);
            return;
        }
        socket.textMessageHandler(text -> hear(text, channels));
        socket.binaryMessageHandler(bytes -> farewell.say(Refusal.MALFORMED));
        socket.exceptionHandler(broken -> farewell.say(Refusal.MALFORMED));
        farewell.whenBroken(() -> farewell.say(Refusal.MALFORMED));
        socket.drainHandler(room -> List.copyOf(byChannel.values()).forEach(Subscription::goOn));
    }

    private void beat() {
        if (!farewell.over() && !socket.writeQueueFull()) {
            var unused = socket.writePing(NOTHING);
        }
    }

    private void hear(String text, Function<FeedWish.Subscribe, Future<Feed>> channels) {
        if (!allowance.take(1, nanos.getAsLong())) {
            farewell.say(Refusal.TOO_MUCH);
            return;
        }
        try {
            switch (FeedWish.read(text)) {
                case FeedWish.Subscribe wish -> subscribe(wish, channels);
                case FeedWish.Leave(String channel) -> leave(channel);
                case FeedWish.Ping(long serial) ->
                        say(
                                new JsonObject()
                                        .put("kind", "pong")
                                        .put("serial", serial)
                                        .put("at", millis.getAsLong()));
                case FeedWish.Prove(String challenge) -> prove(challenge);
            }
        } catch (WireException malformed) {
            problem("", 400, String.valueOf(malformed.getMessage()));
            farewell.say(Refusal.MALFORMED);
        }
    }

    private void prove(String challenge) {
        List<String> proofs = neighbours.proofs(challenge);
        if (proofs.isEmpty()) {
            problem("", 404, "this server announces itself to no directory");
        } else {
            say(new JsonObject().put("kind", "proof").put("proofs", new JsonArray(proofs)));
        }
    }

    private void subscribe(
            FeedWish.Subscribe wish, Function<FeedWish.Subscribe, Future<Feed>> channels) {
        String channel = wish.channel();
        if (byChannel.containsKey(channel)) {
            problem(channel, 409, "you have subscribed to it already");
        } else if (byChannel.size() >= MAX_CHANNELS) {
            problem(channel, 429, "a socket has " + MAX_CHANNELS + " channels at most");
        } else {
            var subscription = new Subscription(channel);
            byChannel.put(channel, subscription);
            channels.apply(wish)
                    .onSuccess(feed -> subscription.begin(feed, wish.since()))
                    .onFailure(why -> refuse(subscription, why));
        }
    }

    private void refuse(Subscription subscription, Throwable why) {
        if (byChannel.remove(subscription.channel, subscription)) {
            int status = why instanceof FeedDoor.Absent absent ? absent.status() : 500;
            String detail = status == 500 ? "a bug of ours" : String.valueOf(why.getMessage());
            problem(subscription.channel, status, detail);
        }
    }

    private void leave(String channel) {
        Subscription leaving = byChannel.remove(channel);
        if (leaving == null) {
            problem(channel, 404, "you have not subscribed to it");
        } else {
            leaving.stop();
            say(new JsonObject().put("kind", "left").put("channel", channel));
        }
    }

    private void problem(String channel, int status, String detail) {
        say(
                new JsonObject()
                        .put("kind", "problem")
                        .put("channel", channel)
                        .put("status", status)
                        .put("detail", detail));
    }

    private void say(JsonObject message) {
        write(message.encode());
    }

    private void write(String text) {
        if (!farewell.over()) {
            var unused = socket.writeTextMessage(text); // whoever is gone is known by the close
        }
    }

    /** One channel on this socket. Owned by the socket. */
    private final class Subscription implements FeedLine {
        private final String channel;
        private final String head;
        private @Nullable FeedReader reader;

        Subscription(String channel) {
            this.channel = channel;
            this.head = new JsonObject().put("channel", channel).encode();
        }

        void begin(Feed feed, String since) {
            if (byChannel.get(channel) == this) {
                var beginning = new FeedReader(feed, this);
                reader = beginning;
                beginning.begin(EventId.parse(since));
            }
        }

        void goOn() {
            if (reader != null) {
                reader.run();
            }
        }

        void stop() {
            if (reader != null) {
                reader.end();
            }
        }

        @Override
        public boolean full() {
            return farewell.over() || socket.writeQueueFull();
        }

        @Override
        public void tell(String cursor, String json) {
            write(head.substring(0, head.length() - 1) + ",\"event\":" + json + '}');
        }

        @Override
        public void end() {
            if (byChannel.remove(channel, this)) {
                say(new JsonObject().put("kind", "left").put("channel", channel));
            }
        }
    }
}

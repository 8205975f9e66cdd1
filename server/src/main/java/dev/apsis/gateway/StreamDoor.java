package dev.apsis.gateway;

import dev.apsis.door.Problem;
import dev.apsis.engine.ByReference;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Wire;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where players come in whose network lets no WebSocket through: a stream down from
 * /play/{room}/stream, and posts up to /play/{room}/stream/{link}. Owned by one event loop; a post
 * may come in at any, and finds the stream's by the event bus.
 */
final class StreamDoor {
    /** A post has more than one message if the one before was long under way. */
    static final int MAX_POST_BYTES = 8 * Wire.MAX_CLIENT_BYTES;

    private final Vertx vertx;
    private final Tokens tokens;
    private final Consumer<Refusal> refusals;

    /** Each refusal is told to {@code refusals} too, which counts them. */
    StreamDoor(Vertx vertx, Tokens tokens, Consumer<Refusal> refusals) {
        this.refusals = refusals;
        this.vertx = vertx;
        this.tokens = tokens;
    }

    /** Opens a stream to somebody who may come in, and runs {@code ended} when it is over. */
    void open(RoutingContext context, Function<Line, Connection> enter, Runnable ended) {
        var stream = new EventStream(vertx, context.response());
        var line = new StreamLine(stream, refusals);
        Connection connection = enter.apply(line);
        String link = tokens.newSession();
        MessageConsumer<List<byte[]>> posts =
                vertx.eventBus().localConsumer(address(link), post -> hear(connection, post));
        long patience = vertx.setTimer(Connection.HELLO_MILLIS, timer -> connection.hurry());
        stream.open(
                () -> {},
                () -> {
                    vertx.cancelTimer(patience);
                    var unused = posts.unregister();
                    line.lost();
                    ended.run();
                    connection.end();
                });
        stream.tellAs(
                "link",
                new JsonObject().put("link", context.request().path() + '/' + link).encode());
    }

    /** There is no such room: said as on a socket. */
    void refuse(RoutingContext context, Refusal why, Runnable ended) {
        var stream = new EventStream(vertx, context.response());
        stream.open(() -> {}, ended);
        new StreamLine(stream, refusals).refuse(why);
    }

    private static void hear(Connection connection, Message<List<byte[]>> post) {
        post.body().forEach(message -> connection.hear(message, message.length));
        post.reply(null);
    }

    /** Lines of base64, each a client's message. */
    void post(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<byte[]> messages = read(context.body().asString());
        if (messages.isEmpty()) {
            Problem.send(context, 400, "post lines of base64, each a client's message");
            return;
        }
        vertx.eventBus()
                .request(
                        address(String.valueOf(context.pathParam("link"))),
                        messages,
                        ByReference.DELIVERY)
                .onSuccess(heard -> context.response().setStatusCode(204).end())
                .onFailure(why -> refuse(context, request, why));
    }

    private static void refuse(RoutingContext context, HttpServerRequest request, Throwable why) {
        if (why instanceof ReplyException && !request.response().ended()) {
            Problem.send(context, 410, "this stream is over: open another");
        } else {
            context.fail(why);
        }
    }

    private static List<byte[]> read(@Nullable String lines) {
        List<byte[]> messages = new ArrayList<>();
        try {
            for (String line : String.valueOf(lines).strip().split("\n", -1)) {
                byte[] message = Base64.getDecoder().decode(line.strip());
                if (message.length == 0 || message.length > Wire.MAX_CLIENT_BYTES) {
                    return List.of();
                }
                messages.add(message);
            }
        } catch (IllegalArgumentException noBase64) {
            return List.of();
        }
        return messages;
    }

    private static String address(String link) {
        return "play.stream." + link;
    }
}

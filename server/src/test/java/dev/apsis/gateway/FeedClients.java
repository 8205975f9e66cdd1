package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Readers of one room's feed as strangers would write them: one for each transport, each on a
 * thread of its own, cut off and resumed after every few events.
 */
final class FeedClients {
    /** Whoever joins by this name is the last to be read of. */
    static final String LAST = "omega";

    private static final int EVENTS_BEFORE_A_CUT = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Vertx vertx;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String path;

    FeedClients(Vertx vertx, int port, String room) {
        this.vertx = vertx;
        this.port = port;
        this.path = "/api/rooms/" + room + "/live";
    }

    /** How a transport brings what came after a cursor, and then breaks. */
    interface Transport {
        List<String> after(String cursor);
    }

    /** All events after a cursor, up to the last, whatever breaks in between. */
    static CompletableFuture<List<String>> read(Transport transport, String since) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<String> all = new ArrayList<>();
                    String cursor = since;
                    while (all.isEmpty() || !all.getLast().contains(LAST)) {
                        List<String> more = transport.after(cursor);
                        all.addAll(more);
                        cursor = more.isEmpty() ? cursor : id(more.getLast());
                    }
                    return all;
                },
                task -> Thread.ofVirtual().start(task));
    }

    private static String id(String event) {
        return new JsonObject(event).getString("id");
    }

    HttpResponse<String> get(String query, String... headers) {
        return send(query, BodyHandlers.ofString(), headers);
    }

    private <T> HttpResponse<T> send(
            String query, HttpResponse.BodyHandler<T> body, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + query))
                        .timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), body);
        } catch (IOException | InterruptedException broken) {
            throw new CompletionException(broken);
        }
    }

    /** What a poll's answer tells. */
    static List<String> events(String answer) {
        JsonArray events = new JsonObject(answer).getJsonArray("events");
        return events.stream().map(event -> ((JsonObject) event).encode()).toList();
    }

    String cursor() {
        return new JsonObject(get("").body()).getString("cursor");
    }

    List<String> poll(String cursor) {
        HttpResponse<String> answer = get("?since=" + cursor, "If-None-Match", '"' + cursor + '"');
        return answer.statusCode() == 304 ? List.of() : events(answer.body());
    }

    List<String> longPoll(String cursor) {
        return events(get("?wait=20&since=" + cursor).body());
    }

    /** Whether to break: after so many events, and after the last there is. */
    private static boolean enough(List<String> events) {
        return events.size() == EVENTS_BEFORE_A_CUT
                || (!events.isEmpty() && events.getLast().contains(LAST));
    }

    /** A few events, and the connection is cut. */
    List<String> stream(String cursor) {
        HttpResponse<Stream<String>> answer =
                send(
                        "",
                        BodyHandlers.ofLines(),
                        "Accept",
                        "text/event-stream",
                        "Last-Event-ID",
                        cursor);
        List<String> events = new ArrayList<>();
        try (Stream<String> lines = answer.body()) {
            Iterator<String> each = lines.iterator();
            while (each.hasNext()) {
                String line = each.next();
                if (line.startsWith("data: ")) {
                    events.add(line.substring("data: ".length()));
                }
                if (enough(events)) {
                    break;
                }
            }
        }
        return events;
    }

    /** A few events, and the socket is closed. */
    List<String> socket(String cursor) {
        List<String> events = new ArrayList<>();
        Promise<@Nullable Void> enough = Promise.promise();
        WebSocketClient client = vertx.createWebSocketClient();
        Future<?> open =
                client.connect(options())
                        .compose(
                                socket -> {
                                    socket.textMessageHandler(
                                            text -> {
                                                JsonObject event =
                                                        new JsonObject(text).getJsonObject("event");
                                                events.add(event.encode());
                                                if (enough(events)) {
                                                    var unused = socket.close();
                                                    socket.textMessageHandler(late -> {});
                                                    enough.complete();
                                                }
                                            });
                                    socket.closeHandler(cut -> enough.tryComplete());
                                    return socket.writeTextMessage(subscribe(cursor));
                                });
        done(open.compose(said -> enough.future()));
        done(client.close());
        return events;
    }

    private WebSocketConnectOptions options() {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/feed")
                .addSubProtocol(FeedDoor.SUBPROTOCOL);
    }

    private String subscribe(String cursor) {
        String room = path.split("/", -1)[3];
        return new JsonObject()
                .put("kind", "subscribe")
                .put("channel", "room/" + room)
                .put("since", cursor)
                .encode();
    }
}

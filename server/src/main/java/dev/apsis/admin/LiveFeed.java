package dev.apsis.admin;

import dev.apsis.door.Problem;
import dev.apsis.gateway.Post;
import dev.apsis.watch.Reading;
import dev.apsis.watch.Watchtower;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells everybody who watches on one event loop how the server does, once a second, as server-sent
 * events. Owned by that loop; it asks nobody while nobody watches.
 */
final class LiveFeed {
    /** One more is refused. */
    static final int MAX_WATCHERS = 16;

    private static final int PERIOD_MILLIS = 1000;

    private final Vertx vertx;
    private final Watchtower tower;
    private final Post post;
    private final Set<HttpServerResponse> watchers = new LinkedHashSet<>();
    private long timer = -1;

    LiveFeed(Vertx vertx, Watchtower tower, Post post) {
        this.vertx = vertx;
        this.tower = tower;
        this.post = post;
    }

    void join(RoutingContext context) {
        if (watchers.size() >= MAX_WATCHERS) {
            Problem.send(context, 429, "too many watch at once: close another page");
            return;
        }
        HttpServerResponse watcher =
                context.response()
                        .setChunked(true)
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .putHeader(HttpHeaders.CONTENT_ENCODING, "identity"); // or it waits
        watcher.closeHandler(closed -> leave(watcher));
        watcher.exceptionHandler(broken -> leave(watcher));
        watchers.add(watcher);
        write(watcher, "edges", new JsonObject().put("millis", Figures.edges()).encode());
        tell();
        if (timer < 0) {
            timer = vertx.setPeriodic(PERIOD_MILLIS, due -> tell());
        }
    }

    private void leave(HttpServerResponse watcher) {
        watchers.remove(watcher);
        if (watchers.isEmpty() && timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
    }

    private void tell() {
        tower.read(post).onSuccess(this::tell);
    }

    /** Whoever does not read misses a moment, and nothing piles up. */
    private void tell(Reading reading) {
        String moment = Figures.moment(reading, tower.judge(reading)).encode();
        for (HttpServerResponse watcher : List.copyOf(watchers)) {
            if (!watcher.writeQueueFull()) {
                write(watcher, "moment", moment);
            }
        }
    }

    private static void write(HttpServerResponse watcher, String event, String json) {
        var unused = watcher.write("event: " + event + "\ndata: " + json + "\n\n");
    }
}

package dev.apsis.gateway;

import dev.apsis.door.Problem;
import dev.apsis.feed.Chronicle;
import dev.apsis.feed.Event;
import dev.apsis.feed.EventId;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A feed over plain HTTP, as the asker likes it: what is there, what comes within a while, or on
 * and on. Owned by one event loop.
 *
 * <pre>
 * GET .../live                                          how things stand
 * GET .../live?since=CURSOR                             what came after, 304 if nothing did
 * GET .../live?since=CURSOR&amp;wait=SECONDS            the same, but not before something came
 * GET .../live, Accept: text/event-stream               all of it, as it comes
 * </pre>
 */
final class LiveApi {
    /** Longer, and proxies in between lose patience. */
    private static final int MAX_WAIT_SECONDS = 30;

    private final Vertx vertx;
    private final Crowd crowd;

    LiveApi(Vertx vertx, Crowd crowd) {
        this.vertx = vertx;
        this.crowd = crowd;
    }

    /** Answers whoever asks for a feed. */
    void answer(RoutingContext context, Feed feed) {
        HttpServerRequest request = context.request();
        String cursor = request.getParam("since");
        EventId since = EventId.parse(cursor);
        int waitSeconds = waitSeconds(request.getParam("wait"));
        boolean reads = request.method().equals(HttpMethod.GET);
        context.response().putHeader("Access-Control-Allow-Origin", "*");
        if (cursor != null && since == null) {
            Problem.send(context, 400, "'since' is the cursor of an earlier answer");
        } else if (waitSeconds < 0) {
            Problem.send(context, 400, "'wait' is 0 to " + MAX_WAIT_SECONDS + " seconds");
        } else if (reads && EventStream.wanted(request)) {
            stream(context, feed, since);
        } else if (reads && waitSeconds > 0 && since != null && isNewest(feed, since)) {
            await(context, feed, since, waitSeconds);
        } else {
            tell(context, feed, since);
        }
    }

    private static boolean isNewest(Feed feed, EventId since) {
        return !feed.ended() && since.equals(feed.chronicle().cursor());
    }

    /** -1 for what is no number of seconds one may wait. */
    private static int waitSeconds(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        boolean number = text.matches("[0-9]{1,2}");
        int seconds = number ? Integer.parseInt(text) : -1;
        return seconds <= MAX_WAIT_SECONDS ? seconds : -1;
    }

    /** A stream goes on from the last event its reader saw, which browsers say by a header. */
    private void stream(RoutingContext context, Feed feed, @Nullable EventId since) {
        Caller caller = Caller.of(context);
        if (!crowd.enter(caller)) {
            tooMany(context);
            return;
        }
        EventId seen = EventId.parse(context.request().getHeader("Last-Event-ID"));
        var line = new EventStream(vertx, context.response());
        var reader = new FeedReader(feed, line);
        line.open(
                reader,
                () -> {
                    reader.end();
                    crowd.leave(caller);
                });
        reader.begin(seen == null ? since : seen);
    }

    private static void tooMany(RoutingContext context) {
        Problem.send(context, 429, "too many feeds are open from your address");
    }

    private void await(RoutingContext context, Feed feed, EventId since, int waitSeconds) {
        Caller caller = Caller.of(context);
        if (!crowd.enter(caller)) {
            tooMany(context);
            return;
        }
        var waiting =
                new Runnable() {
                    private long timer;
                    private boolean over;

                    @Override
                    public void run() {
                        if (!over) {
                            end();
                            tell(context, feed, since);
                        }
                    }

                    void end() {
                        over = true;
                        vertx.cancelTimer(timer);
                        feed.leave(this);
                        crowd.leave(caller);
                    }
                };
        waiting.timer = vertx.setTimer(waitSeconds * 1000L, late -> waiting.run());
        context.response()
                .closeHandler(
                        cut -> {
                            if (!waiting.over) {
                                waiting.end();
                            }
                        });
        feed.join(waiting);
    }

    /** What came since, or how things stand for who saw nothing or too little. */
    private static void tell(RoutingContext context, Feed feed, @Nullable EventId since) {
        Chronicle chronicle = feed.chronicle();
        String tag = '"' + chronicle.cursor().toString() + '"';
        HttpServerResponse response =
                context.response()
                        .putHeader(HttpHeaders.ETAG, tag)
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(tag)) {
            response.setStatusCode(304).end();
            return;
        }
        List<String> events = new ArrayList<>();
        if (since != null && chronicle.continues(since)) {
            for (long number = since.number() + 1; number <= chronicle.last(); number++) {
                Event event = chronicle.at(number);
                if (event != null) {
                    events.add(event.json());
                }
            }
        } else {
            if (since != null) {
                events.add(Chronicle.missed(chronicle.missed(since)));
            }
            events.add(chronicle.state());
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(
                        "{\"cursor\":\"%s\",\"events\":[%s]}"
                                .formatted(chronicle.cursor(), String.join(",", events)));
    }
}

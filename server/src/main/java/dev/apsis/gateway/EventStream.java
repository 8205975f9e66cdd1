package dev.apsis.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * A response that goes on: server-sent events, as browsers read them. Owned by its event loop.
 *
 * <pre>
 * event = ["id: " CURSOR "\n"] ["event: " NAME "\n"] "data: " TEXT "\n\n"
 * </pre>
 */
final class EventStream implements FeedLine {
    private static final String TYPE = "text/event-stream";
    private static final int WRITE_QUEUE_BYTES = 8 * 1024;

    /** Proxies cut what is silent for a minute, often less. */
    static final int HEARTBEAT_MILLIS = 15_000;

    /** When a reader that was cut off comes back. */
    private static final int RETRY_MILLIS = 1000;

    private final Vertx vertx;
    private final HttpServerResponse response;
    private long heartbeat;
    private int waiting;
    private boolean over;

    EventStream(Vertx vertx, HttpServerResponse response) {
        this.vertx = vertx;
        this.response = response;
    }

    /** Whether somebody asks for events on and on, rather than for an answer. */
    static boolean wanted(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(TYPE);
    }

    /** Begins; {@code drained} is run when there is room again, {@code closed} when it is over. */
    void open(Runnable drained, Runnable closed) {
        response.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform")
                .putHeader(HttpHeaders.CONTENT_ENCODING, "identity")
                .putHeader("X-Accel-Buffering", "no");
        response.drainHandler(room -> drained.run());
        response.closeHandler(cut -> over(closed));
        response.endHandler(ended -> over(closed));
        heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> beat());
        write("retry: " + RETRY_MILLIS + "\n\n");
    }

    /** Once, whoever ended it. */
    private void over(Runnable closed) {
        if (!over) {
            over = true;
            vertx.cancelTimer(heartbeat);
            closed.run();
        }
    }

    private void beat() {
        if (!full()) {
            write(":\n\n");
        }
    }

    private void write(String text) {
        if (over) {
            return;
        }
        waiting++;
        response.write(text).onComplete(written -> waiting--);
    }

    /** How much of what was told is not on its way yet. */
    int waiting() {
        return waiting;
    }

    /** Tells something of a name of its own. */
    void tellAs(String name, String json) {
        write("event: " + name + "\ndata: " + json + "\n\n");
    }

    @Override
    public boolean full() {
        return over || response.writeQueueFull();
    }

    @Override
    public void tell(String cursor, String json) {
        write((cursor.isEmpty() ? "" : "id: " + cursor + "\n") + "data: " + json + "\n\n");
    }

    /** Later, for whoever says so may be telling many, of whom this one is no more by then. */
    @Override
    public void end() {
        vertx.runOnContext(
                turn -> {
                    if (!over) {
                        var unused = response.end();
                    }
                });
    }
}

package dev.apsis.listing;

import dev.apsis.directory.Announcement;
import dev.apsis.log.Journal;
import dev.apsis.log.Tag;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * One directory, as a server talks to it. Owned by its announcer's event loop, but for the secret,
 * which never changes.
 */
final class Line {
    private static final Journal LOG = Journal.of(Line.class);

    /** A directory looks at us for five seconds before it answers. */
    private static final int PATIENCE_SECONDS = 10;

    /**
     * Less than any directory or its proxy keeps an idle connection: no heartbeat meets one that is
     * being closed.
     */
    private static final int KEPT_SECONDS = 5;

    /** A longer answer is none; 200 servers take a quarter of it. */
    private static final int MAX_ANSWER_BYTES = 512 * 1024;

    private static final String SERVERS = "/api/servers";

    private final String directory;
    private final String secret;

    /** Held, for a client that nobody holds is collected and closes its connections. */
    private @Nullable HttpClientAgent http;

    private String trouble = "";

    Line(String directory, String secret) {
        this.directory = directory.replaceFirst("/$", "");
        this.secret = secret;
    }

    String secret() {
        return secret;
    }

    void open(Vertx vertx) {
        http =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(PATIENCE_SECONDS * 1000)
                                .setKeepAliveTimeout(KEPT_SECONDS)
                                .setReadIdleTimeout(PATIENCE_SECONDS));
    }

    /** Announces the server; never fails, for trouble is said in the log, once. */
    Future<?> tell(Announcement announcement) {
        return send(HttpMethod.POST, SERVERS, announcement.json().toBuffer())
                .onSuccess(listed -> well())
                .onFailure(why -> troubled(String.valueOf(why.getMessage())))
                .otherwiseEmpty();
    }

    /** The servers that are listed; fails if there is no such answer. */
    Future<JsonArray> ask() {
        return send(HttpMethod.GET, SERVERS + "?limit=100", Buffer.buffer())
                .map(answer -> Objects.requireNonNull(answer.getJsonArray("servers")));
    }

    private void well() {
        if (!trouble.isEmpty()) {
            LOG.warn("the directory lists this server again", new Tag("directory", directory));
        }
        trouble = "";
    }

    private void troubled(String why) {
        if (!why.equals(trouble)) {
            LOG.warn(
                    "this server is not listed",
                    new Tag("directory", directory),
                    new Tag("why", why));
        }
        trouble = why;
    }

    private Future<JsonObject> send(HttpMethod method, String path, Buffer body) {
        var options =
                new RequestOptions()
                        .setMethod(method)
                        .setAbsoluteURI(directory + path)
                        .setTimeout(PATIENCE_SECONDS * 1000L)
                        .putHeader("Content-Type", "application/json");
        return Objects.requireNonNull(http, "it is opened before it is used")
                .request(options)
                .compose(request -> request.send(body).compose(Line::answer))
                .timeout(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Future<JsonObject> answer(HttpClientResponse response) {
        Promise<JsonObject> read = Promise.promise();
        Buffer bytes = Buffer.buffer();
        response.handler(
                part -> {
                    if (bytes.length() + part.length() > MAX_ANSWER_BYTES) {
                        read.tryFail("its answer is too long");
                        var unused = response.request().reset();
                    } else {
                        bytes.appendBuffer(part);
                    }
                });
        response.exceptionHandler(read::tryFail);
        response.endHandler(end -> finish(read, response.statusCode(), bytes));
        return read.future();
    }

    private static void finish(Promise<JsonObject> read, int status, Buffer bytes) {
        try {
            var json = new JsonObject(bytes);
            if (status == 200) {
                read.tryComplete(json);
            } else {
                read.tryFail(json.getString("detail", "it answers " + status));
            }
        } catch (DecodeException | ClassCastException malformed) {
            read.tryFail("it answers " + status + ", which is no directory's answer");
        }
    }
}

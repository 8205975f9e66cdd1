package dev.apsis.directory;

import dev.apsis.door.Problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** What a directory answers with: texts that are not sent twice to who has them, and problems. */
final class Replies {
    private static final String RETRY_SECONDS = "30";

    private Replies() {}

    /** A text that any page may read; 304 if the asker has the same. */
    static void text(RoutingContext context, String type, String body) {
        var hash = new CRC32C();
        hash.update(body.getBytes(StandardCharsets.UTF_8));
        String tag = "W/\"%08x-%x\"".formatted(hash.getValue(), body.length());
        HttpServerResponse response =
                context.response()
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .putHeader(HttpHeaders.ETAG, tag)
                        .putHeader("Access-Control-Allow-Origin", "*");
        String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(tag)) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(body);
        }
    }

    /** What is wrong, as RFC 9457 has it. */
    static void problem(RoutingContext context, int status, String detail) {
        HttpServerResponse response = context.response().setStatusCode(status);
        if (status == 429 || status == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.putHeader("Access-Control-Allow-Origin", "*");
        Problem.send(context, status, detail);
    }
}

package dev.apsis.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Answers in JSON that anybody's page may read, and that one has already need not be sent. */
final class Answers {
    /** Whoever kept it asks whether it still is so. */
    static final String ASK_EACH_TIME = "no-cache";

    static final String FOR_AN_HOUR = "public, max-age=3600";
    static final String NEVER_KEPT = "no-store";

    private Answers() {}

    static void json(RoutingContext context, JsonObject body, String caching) {
        text(context, body.encode(), caching);
    }

    /** A text of JSON, tagged by a hash of it; 304 if the asker has the same. */
    static void text(RoutingContext context, String body, String caching) {
        HttpServerResponse response =
                context.response()
                        .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                        .putHeader("Access-Control-Allow-Origin", "*");
        if (!caching.equals(NEVER_KEPT)) {
            String tag = tag(body);
            response.putHeader(HttpHeaders.ETAG, tag);
            if (has(context, tag)) {
                response.setStatusCode(304).end();
                return;
            }
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(body);
    }

    /** Whether the asker says that it has an answer of this tag. */
    static boolean has(RoutingContext context, String tag) {
        String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && known.contains(tag);
    }

    /** Weak, for it is the same whether the answer is zipped or not. */
    private static String tag(String body) {
        try {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + Base64.getUrlEncoder().encodeToString(hash).substring(0, 16) + '"';
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}

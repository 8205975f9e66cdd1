package dev.apsis.door;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What is wrong, as RFC 9457 has it. */
public final class Problem {
    private Problem() {}

    /** Ends a request with a status and a sentence that says what to do. */
    public static void send(RoutingContext context, int status, String detail) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(
                        new JsonObject()
                                .put("status", status)
                                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                                .put("detail", detail)
                                .encode());
    }
}

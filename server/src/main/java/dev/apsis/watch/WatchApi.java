package dev.apsis.watch;

import dev.apsis.gateway.Annex;
import dev.apsis.gateway.Post;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * What machines ask: {@code /metrics}, {@code /health/live} and {@code /health/ready}. Shared by
 * all event loops; it keeps nothing.
 */
public final class WatchApi implements Annex {
    private final Watchtower tower;

    public WatchApi(Watchtower tower) {
        this.tower = tower;
    }

    @Override
    public void mount(Vertx vertx, Router router, Post post) {
        get(router, "/metrics").handler(context -> metrics(context, post));
        get(router, "/health/live").handler(WatchApi::live);
        get(router, "/health/ready").handler(context -> ready(context, post));
    }

    private static Route get(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private void metrics(RoutingContext context, Post post) {
        tower.read(post)
                .onFailure(context::fail)
                .onSuccess(
                        reading ->
                                context.response()
                                        .putHeader(HttpHeaders.CONTENT_TYPE, Exposition.TYPE)
                                        .end(MetricsPage.text(reading, tower.version())));
    }

    /** Whoever answers lives: one that does not is to be started anew. */
    private static void live(RoutingContext context) {
        context.json(new JsonObject().put("status", "live"));
    }

    /** Who is not ready lives all the same: no more players are to be sent there for a while. */
    private void ready(RoutingContext context, Post post) {
        tower.read(post)
                .onFailure(context::fail)
                .onSuccess(reading -> ready(context, Verdict.notReady(reading).orElse("")));
    }

    private static void ready(RoutingContext context, String why) {
        boolean ready = why.isEmpty();
        var answer = new JsonObject().put("status", ready ? "ready" : "not ready");
        context.response().setStatusCode(ready ? 200 : 503);
        context.json(ready ? answer : answer.put("why", why));
    }
}

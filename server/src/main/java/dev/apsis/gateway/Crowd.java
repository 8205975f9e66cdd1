package dev.apsis.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import java.util.HashMap;
import java.util.Map;

/**
 * How many connections each source has open on one event loop. Owned by it. At the bound further
 * ones are refused; this machine itself is not bounded.
 */
final class Crowd {
    private final int maxPerSource;
    private final Map<String, Integer> open = new HashMap<>();

    Crowd(int maxPerSource) {
        this.maxPerSource = maxPerSource;
    }

    /** Lets one more in, or not; who was let in leaves by {@link #leave}. */
    boolean enter(Caller caller) {
        if (caller.isLocal()) {
            return true;
        }
        String source = caller.source();
        int before = open.getOrDefault(source, 0);
        if (before >= maxPerSource) {
            return false;
        }
        open.put(source, before + 1);
        return true;
    }

    void leave(Caller caller) {
        open.computeIfPresent(caller.source(), (source, count) -> count > 1 ? count - 1 : null);
    }

    /** Makes a WebSocket of a request that was let in; who breaks off meanwhile has left again. */
    Future<Farewell> upgrade(RoutingContext context) {
        HttpServerRequest request = context.request();
        return request.toWebSocket()
                .map(socket -> new Farewell(socket, request))
                .onFailure(
                        broken -> {
                            leave(Caller.of(context));
                            context.fail(400, broken);
                        });
    }
}

package dev.apsis.gateway;

import dev.apsis.door.Doorstep;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A port for those who forgot the S: sends every request to the same address by HTTPS. */
public final class RedirectVerticle extends VerticleBase {
    private static final int STANDARD_PORT = 443;
    private static final int IDLE_SECONDS = 10;
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");

    private final String host;
    private final int port;
    private final int securePort;
    private @Nullable HttpServer server;

    /** The port can't be had. */
    public static final class Unavailable extends RuntimeException {
        private Unavailable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** From a port at that host, or any free one for a negative, to {@code securePort}. */
    public RedirectVerticle(String host, int port, int securePort) {
        this.host = host;
        this.port = port;
        this.securePort = securePort;
    }

    @Override
    public Future<?> start() {
        var options = new HttpServerOptions().setIdleTimeout(IDLE_SECONDS);
        HttpServer listening = Doorstep.server(vertx, options).requestHandler(this::redirect);
        server = listening;
        return listening
                .listen(Math.max(port, 0), host)
                .recover(
                        taken ->
                                Future.failedFuture(
                                        new Unavailable(
                                                "can't listen on port %d for tls.redirect-port: %s"
                                                        .formatted(port, taken.getMessage()),
                                                taken)));
    }

    /** The port in use. */
    public int port() {
        return server == null ? -1 : server.actualPort();
    }

    private void redirect(HttpServerRequest request) {
        String asked = request.getHeader(HttpHeaders.HOST);
        Matcher name = HOST.matcher(asked == null ? "" : asked);
        if (!name.matches() || !request.uri().startsWith("/")) {
            request.response().setStatusCode(400).end();
            return;
        }
        String there = securePort == STANDARD_PORT ? "" : ":" + securePort;
        request.response()
                .setStatusCode(308)
                .putHeader(HttpHeaders.LOCATION, "https://" + name.group(1) + there + request.uri())
                .end();
    }
}

package dev.apsis.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The page and what belongs to it: each file is read and compressed when it is first asked for, and
 * then kept, for there are few. Owned by one event loop.
 */
final class Site {
    private static final String PAGE = "index.html";
    private static final String DOCTOR = "doctor.html";

    /** Letters, digits and single dots: no way out of the folder. */
    private static final Pattern PATH = Pattern.compile("([\\w-]+/)*[\\w-]+(\\.[\\w-]+)*");

    private final Vertx vertx;
    private final Map<String, SiteFile> kept = new HashMap<>();

    Site(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The page, whatever the address says. */
    void page(RoutingContext context) {
        answer(context, PAGE);
    }

    /** The connection doctor's. */
    void doctor(RoutingContext context) {
        answer(context, DOCTOR);
    }

    /** What the address names. */
    void file(RoutingContext context) {
        String path = context.normalizedPath().substring(1);
        if (PATH.matcher(path).matches()) {
            answer(context, path);
        } else {
            context.fail(404);
        }
    }

    private void answer(RoutingContext context, String path) {
        SiteFile known = kept.get(path);
        if (known != null) {
            send(context, known);
            return;
        }
        Future<@Nullable SiteFile> read = vertx.executeBlocking(() -> SiteFile.read(path));
        read.onFailure(context::fail).onSuccess(found -> answer(context, path, found));
    }

    private void answer(RoutingContext context, String path, @Nullable SiteFile found) {
        if (found == null) {
            context.fail(404);
        } else {
            kept.put(path, found);
            send(context, found);
        }
    }

    private static void send(RoutingContext context, SiteFile file) {
        HttpServerResponse response =
                context.response()
                        .putHeader(HttpHeaders.CACHE_CONTROL, file.caching())
                        .putHeader(HttpHeaders.ETAG, file.tag())
                        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (file.tag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean zipped =
                file.zipped().length() > 0 && accepted != null && accepted.contains("gzip");
        Buffer body = zipped ? file.zipped() : file.plain();
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type())
                .putHeader(HttpHeaders.CONTENT_ENCODING, zipped ? "gzip" : "identity")
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }
}

package dev.apsis.directory;

import dev.apsis.door.Quota;
import dev.apsis.door.Source;
import dev.apsis.log.Journal;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The directory over HTTP. Owned by its event loop.
 *
 * <pre>
 * GET  /                             the list as a page
 * GET  /api/servers?from=0&amp;limit=100 the list
 * POST /api/servers                  a heartbeat: 200 and its line, or why it is not listed
 * GET  /health
 * </pre>
 */
final class DirectoryApi {
    private static final Journal LOG = Journal.of(DirectoryApi.class);
    private static final String SERVERS = "/api/servers";
    private static final int MAX_BODY_BYTES = 4096;
    private static final int MAX_LISTED = 200;

    /** Eight servers with a heartbeat every 30 s are 16. */
    private static final int HEARTBEATS_PER_MINUTE = 40;

    private static final int READS_PER_MINUTE = 240;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Directory directory;
    private final boolean behindProxy;
    private final LongSupplier millis;
    private final Quota heartbeats = perMinute(HEARTBEATS_PER_MINUTE);
    private final Quota reads = perMinute(READS_PER_MINUTE);

    DirectoryApi(Directory directory, boolean behindProxy, LongSupplier millis) {
        this.directory = directory;
        this.behindProxy = behindProxy;
        this.millis = millis;
    }

    void mount(Router router) {
        router.post(SERVERS).handler(context -> allow(context, heartbeats));
        router.post(SERVERS)
                .handler(
                        BodyHandler.create(/* handleFileUploads= */ false)
                                .setBodyLimit(MAX_BODY_BYTES))
                .handler(this::hear);
        read(router, "/health")
                .handler(context -> context.json(new JsonObject().put("status", "up")));
        read(router, SERVERS).handler(context -> allow(context, reads)).handler(this::list);
        read(router, "/").handler(context -> allow(context, reads)).handler(this::page);
        for (String path : new String[] {SERVERS, "/health", "/"}) {
            String allowed = path.equals(SERVERS) ? "GET, HEAD, POST" : "GET, HEAD";
            router.route(path).handler(context -> refuse(context, allowed));
        }
        router.route()
                .handler(context -> Replies.problem(context, 404, "there is nothing here"))
                .failureHandler(DirectoryApi::fail);
        router.errorHandler(400, DirectoryApi::fail);
    }

    /** A minute's worth may come at once. */
    private static Quota perMinute(int count) {
        return new Quota(count / 60.0, count);
    }

    private static Route read(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private static void refuse(RoutingContext context, String allowed) {
        context.response().putHeader(HttpHeaders.ALLOW, allowed);
        Replies.problem(context, 405, "here one may " + allowed);
    }

    /** A stranger's nonsense is answered and not logged; a bug of ours is both. */
    private static void fail(RoutingContext context) {
        if (context.failure() instanceof HttpClosedException) {
            return; // who went before it was told
        }
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (status >= 500) {
            LOG.fail("a request failed", context.failure());
        }
        if (!context.response().ended()) {
            Replies.problem(context, status, why(status));
        }
    }

    private static String why(int status) {
        return switch (status) {
            case 400 -> "that is no request a directory can read";
            case 413 -> "a heartbeat is 4 KiB at most";
            default -> HttpResponseStatus.valueOf(status).reasonPhrase();
        };
    }

    private void allow(RoutingContext context, Quota quota) {
        Optional<InetAddress> caller = caller(context.request());
        if (caller.isEmpty()) {
            Replies.problem(context, 400, "the proxy did not say whose request this is");
        } else if (quota.take(Source.of(caller.get()), millis.getAsLong() * NANOS_PER_MILLI)) {
            context.put("caller", caller.get());
            context.next();
        } else {
            Replies.problem(context, 429, "too much from your address: try again in a minute");
        }
    }

    /** Who asks: behind a proxy that is what it wrote last. Only literals: no name is resolved. */
    private Optional<InetAddress> caller(HttpServerRequest request) {
        String said = behindProxy ? request.getHeader("X-Forwarded-For") : null;
        String address =
                behindProxy
                        ? said == null ? "" : said.substring(said.lastIndexOf(',') + 1).strip()
                        : String.valueOf(request.remoteAddress().hostAddress());
        return Optional.ofNullable(literal(address));
    }

    private static @Nullable InetAddress literal(String address) {
        return NetUtil.createInetAddressFromIpAddressString(address);
    }

    private void hear(RoutingContext context) {
        InetAddress caller = Objects.requireNonNull(context.get("caller"), "allow() puts it");
        try {
            String body = context.body().asString();
            directory
                    .hear(Announcement.read(body == null ? "" : body), caller)
                    .onSuccess(listed -> context.json(listed.json()))
                    .onFailure(why -> deny(context, why));
        } catch (Denied denied) {
            deny(context, denied);
        }
    }

    private static void deny(RoutingContext context, Throwable why) {
        if (why instanceof Denied denied) {
            Replies.problem(context, denied.status(), denied.why());
        } else {
            context.fail(why);
        }
    }

    private void list(RoutingContext context) {
        int from = number(context.request().getParam("from"), 0);
        int limit = number(context.request().getParam("limit"), MAX_LISTED);
        if (from < 0 || limit < 1 || limit > MAX_LISTED) {
            Replies.problem(context, 400, "'limit' is 1 to " + MAX_LISTED + ", 'from' 0 or more");
            return;
        }
        List<Listed> all = directory.all();
        var servers = new JsonArray();
        all.stream().skip(from).limit(limit).forEach(each -> servers.add(each.json()));
        var answer = new JsonObject().put("servers", servers).put("total", all.size());
        int next = from + limit;
        if (next < all.size()) {
            answer.put("next", SERVERS + "?from=" + next + "&limit=" + limit);
        }
        Replies.text(context, "application/json", answer.encode());
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null ? otherwise : text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private void page(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", ListPage.POLICY)
                .putHeader("X-Content-Type-Options", "nosniff");
        Replies.text(context, "text/html; charset=utf-8", ListPage.html(directory.all()));
    }
}

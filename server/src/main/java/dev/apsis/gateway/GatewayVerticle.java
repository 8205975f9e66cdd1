package dev.apsis.gateway;

import dev.apsis.door.Doorstep;
import dev.apsis.door.Problem;
import dev.apsis.log.Journal;
import dev.apsis.log.Tag;
import dev.apsis.protocol.message.Wire;
import dev.apsis.store.Store;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;

/**
 * The one port: page, API and game, by path. One instance per event loop; Vert.x shares the port
 * between them.
 */
public final class GatewayVerticle extends VerticleBase {
    private static final Journal LOG = Journal.of(GatewayVerticle.class);
    private static final int LAST_WORDS_MILLIS = 500;

    /**
     * A connection on which nothing goes either way is closed; lines of players have their own way
     * to learn who is gone ({@link Lane}).
     */
    private static final int IDLE_SECONDS = 60;

    private final Doors doors;
    private @Nullable HttpServer server;

    public GatewayVerticle(Doors doors) {
        this.doors = doors;
    }

    @Override
    public Future<?> start() {
        var venues = new Venues();
        var post = new Post(vertx, venues, doors.nanos());
        post.begin();
        doors.care().posts().open(context, post);
        Router router = router(vertx, doors, venues, post);
        Threshold threshold = new Threshold(new Callers(doors.approach(), post), post);
        HttpServer listening =
                Doorstep.server(vertx, options(doors.approach()), threshold::admits)
                        .requestHandler(router);
        server = listening;
        return venues.follow(vertx).compose(known -> listening.listen(doors.port(), doors.host()));
    }

    /** Who answers at which address: docs/PROTOCOL.md has it as a table. */
    static Router router(Vertx vertx, Doors doors, Venues venues, Post post) {
        var door = new PlayDoor(vertx, doors, venues, post);
        Router router = Router.router(vertx);
        router.route().handler(new Callers(doors.approach(), post)::greet);
        doors.care().annexes().forEach(annex -> annex.mount(vertx, router, post));
        Store store = doors.archive().store();
        if (store != null) {
            new AccountApi(vertx, doors, store).mount(router);
            new BoardsApi(vertx, store).mount(router);
        } else {
            RoomsApi.read(router, "/api/leaderboard", BoardsApi::nothing);
        }
        new ServerApi(vertx, doors, venues).mount(router);
        new FeedDoor(vertx, doors, venues).mount(router);
        new RoomsApi(vertx, doors, venues, post).mount(router);
        var site = new Site(vertx);
        door.mount(router);
        RoomsApi.read(router, "/play/:room", context -> lookOrPlay(context, door, site));
        RoomsApi.read(router, "/doctor", site::doctor);
        RoomsApi.read(router, "/", site::page);
        RoomsApi.read(router, "/*", site::file);
        RoomsApi.refuseOthers(router, "/*", "GET, HEAD");
        router.route().failureHandler(GatewayVerticle::fail);
        router.errorHandler(400, GatewayVerticle::fail);
        router.errorHandler(500, GatewayVerticle::fail);
        return router;
    }

    @Override
    public Future<?> stop() {
        HttpServer listening = server;
        return listening == null
                ? Future.succeededFuture()
                : listening.shutdown(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** From here on whoever connects is shown another certificate; on all that share the port. */
    public Future<?> show(Certificate certificate) {
        return server == null
                ? Future.succeededFuture()
                : server.updateSSLOptions(certificate.options());
    }

    /** The port in use, which the system chose if the one asked for was 0. */
    public int port() {
        return server == null ? -1 : server.actualPort();
    }

    private static HttpServerOptions options(Approach approach) {
        HttpServerOptions options = plainOptions().setUseProxyProtocol(approach.proxyProtocol());
        Approach.Tls tls = approach.tls();
        return tls == null
                ? options
                : options.setSsl(true).setUseAlpn(false).setKeyCertOptions(tls.certificate().pem());
    }

    private static HttpServerOptions plainOptions() {
        return new HttpServerOptions()
                .addWebSocketSubProtocol(Tongue.BINARY.subprotocol())
                .addWebSocketSubProtocol(Tongue.JSON.subprotocol())
                .addWebSocketSubProtocol(FeedDoor.SUBPROTOCOL)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketMessageSize(Wire.MAX_CLIENT_BYTES)
                .setMaxWebSocketFrameSize(Wire.MAX_CLIENT_BYTES)
                .setWebSocketClosingTimeout(0) // only when Vert.x stops: else Farewell sees to it
                .setTcpNoDelay(true) // a snapshot does not wait for the last one's acknowledgement
                .setIdleTimeout(IDLE_SECONDS)
                .setCompressionSupported(true);
    }

    /** The same address is a page for who looks at it and a game for who connects to it. */
    private static void lookOrPlay(RoutingContext context, PlayDoor door, Site site) {
        if (PlayDoor.wanted(context)) {
            door.enter(context);
        } else {
            site.page(context);
        }
    }

    /** A stranger's nonsense is answered and not logged; a bug of ours is both. */
    private static void fail(RoutingContext context) {
        if (context.failure() instanceof HttpClosedException) {
            return; // who went before it was told
        }
        boolean unreadable = context.currentRoute() == null; // its path fits no route at all
        int status = unreadable ? 400 : context.statusCode() < 0 ? 500 : context.statusCode();
        if (status >= 500) {
            LOG.fail(
                    "a request failed",
                    context.failure(),
                    new Tag("path", String.valueOf(context.request().path())));
        }
        if (!context.response().ended()) {
            Problem.send(context, status, HttpResponseStatus.valueOf(status).reasonPhrase());
        }
    }
}

package dev.apsis.admin;

import dev.apsis.admin.Moderation.Refused;
import dev.apsis.door.Problem;
import dev.apsis.gateway.Annex;
import dev.apsis.gateway.Guest;
import dev.apsis.gateway.Post;
import dev.apsis.store.StoreProblem;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The admin page and what it asks for, at {@code /admin}: each request says what its bearer must be
 * allowed. Shared by all event loops; what one of them keeps is made as it is mounted.
 */
public final class AdminApi implements Annex {
    private static final int MAX_BODY_BYTES = 4096;
    private static final int MAX_SECONDS = 3600;
    private static final int STANDARD_SECONDS = 20;
    private static final int AUDIT_LINES = 100;

    private final Steering steering;
    private final LongSupplier nanos;
    private final Trail trail;
    private final Moderation moderation;
    private final BanDesk bans;
    private final SettingsDesk settings;
    private final Strikes strikes = new Strikes();

    /** Answers a request of somebody who may ask. */
    private interface Answer {
        Future<JsonObject> to(RoutingContext context, Badge by);
    }

    public AdminApi(Steering steering, InstantSource clock, LongSupplier nanos) {
        this.steering = steering;
        this.nanos = nanos;
        this.trail = new Trail(steering.store());
        this.moderation = new Moderation(steering.posts(), steering.sentry().mutes(), trail);
        this.bans = new BanDesk(steering, trail, clock);
        this.settings = new SettingsDesk(steering.settings(), trail);
    }

    @Override
    public void mount(Vertx vertx, Router router, Post post) {
        var gate = new Gate(steering.badges(), strikes, nanos);
        router.route("/admin*").handler(context -> enter(context, gate));
        router.route("/admin/api/*")
                .handler(
                        BodyHandler.create(/* handleFileUploads= */ false)
                                .setBodyLimit(MAX_BODY_BYTES));
        var feed = new LiveFeed(vertx, steering.tower(), post);
        router.get("/admin/api/live")
                .handler(
                        context ->
                                gate.admit(context, Role.VIEW)
                                        .ifPresent(badge -> feed.join(context)));
        var routes = new Routes(router, gate);
        looks(routes, post);
        moderations(routes);
        routes.on(HttpMethod.POST, "/drain", Role.ADMIN, this::drain);
        routes.on(
                HttpMethod.GET,
                "/settings",
                Role.ADMIN,
                (context, by) -> Future.succeededFuture(settings.all()));
        routes.on(
                HttpMethod.POST,
                "/settings",
                Role.ADMIN,
                (context, by) -> settings.change(by, new Wish(context)));
        router.route("/admin/api/*")
                .handler(context -> Problem.send(context, 404, "there is nothing to ask here"));
    }

    private void looks(Routes routes, Post post) {
        routes.on(HttpMethod.GET, "/me", Role.VIEW, this::me);
        routes.on(HttpMethod.GET, "/rooms", Role.VIEW, (context, by) -> rooms(post));
        routes.on(HttpMethod.GET, "/players", Role.VIEW, (context, by) -> players(by));
        routes.on(HttpMethod.GET, "/audit", Role.MODERATE, (context, by) -> audit(context));
        routes.on(
                HttpMethod.GET,
                "/bans",
                Role.MODERATE,
                (context, by) -> Future.succeededFuture(bans.all()));
    }

    private void moderations(Routes routes) {
        Role may = Role.MODERATE;
        HttpMethod post = HttpMethod.POST;
        routes.onGuest("/players/:id/kick", moderation::kick);
        routes.onGuest("/players/:id/mute", moderation::mute);
        routes.onGuest("/players/:id/ban", bans::add);
        routes.on(post, "/bans", may, (context, by) -> bans.add(by, new Wish(context)));
        routes.on(
                HttpMethod.DELETE,
                "/bans/:id",
                may,
                (context, by) -> bans.lift(by, Wish.path(context, "id")));
        routes.on(
                post,
                "/announce",
                may,
                (context, by) -> moderation.announce(by, new Wish(context)));
        String room = "/rooms/:room";
        routes.on(post, room + "/restart", may, (context, by) -> begin(context, by, false));
        routes.on(post, room + "/next", may, (context, by) -> begin(context, by, true));
    }

    /** Where nobody may look after the server nothing is here; nobody may frame the page. */
    private static void enter(RoutingContext context, Gate gate) {
        if (gate.closed()) {
            Problem.send(context, 404, "nobody has a token here: see 'Admin' in the hosting notes");
            return;
        }
        context.response()
                .putHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        String path = context.normalizedPath();
        if (path.equals("/admin")) {
            context.response().setStatusCode(308).putHeader(HttpHeaders.LOCATION, "/admin/").end();
        } else if (path.equals("/admin/")) {
            context.reroute("/admin/index.html");
        } else {
            if (path.startsWith("/admin/api/")) {
                context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            context.next();
        }
    }

    private Future<JsonObject> me(RoutingContext context, Badge by) {
        return Future.succeededFuture(
                new JsonObject()
                        .put("name", by.name())
                        .put("role", by.role().word())
                        .put("version", steering.version()));
    }

    private Future<JsonObject> rooms(Post post) {
        return steering.tower()
                .read(post)
                .map(reading -> Figures.moment(reading, steering.tower().judge(reading)));
    }

    private Future<JsonObject> players(Badge by) {
        boolean withAddress = by.role().includes(Role.MODERATE);
        return moderation
                .guests()
                .map(
                        guests -> {
                            var players = new JsonArray();
                            guests.forEach(each -> players.add(Figures.guest(each, withAddress)));
                            return new JsonObject().put("players", players);
                        });
    }

    private Future<JsonObject> audit(RoutingContext context) {
        String before = context.request().getParam("before");
        long id =
                before != null && before.matches("\\d{1,18}")
                        ? Long.parseLong(before)
                        : Long.MAX_VALUE;
        return trail.before(id, AUDIT_LINES)
                .map(
                        lines -> {
                            var entries = new JsonArray();
                            lines.forEach(line -> entries.add(Figures.entry(line)));
                            return new JsonObject().put("entries", entries);
                        });
    }

    private Future<JsonObject> begin(RoutingContext context, Badge by, boolean nextTurn) {
        String room = Wish.path(context, "room");
        return steering.program()
                .begin(room, nextTurn)
                .recover(gone -> Future.failedFuture(new Refused(gone.getMessage())))
                .compose(begun -> trail.note(by, nextTurn ? "next turn" : "restart", room, ""))
                .map(noted -> new JsonObject().put("begun", room));
    }

    private Future<JsonObject> drain(RoutingContext context, Badge by) {
        var wish = new Wish(context);
        int seconds = wish.number("seconds", MAX_SECONDS, STANDARD_SECONDS);
        if (!wish.problems().isEmpty()) {
            return Moderation.refused(wish);
        }
        return trail.note(by, "drain", "server", seconds + " s")
                .map(
                        noted -> {
                            steering.program().stop(seconds);
                            return new JsonObject().put("draining", true);
                        });
    }

    /** Puts answers on their paths, behind the gate. Owned by one event loop. */
    private final class Routes {
        private final Router router;
        private final Gate gate;

        Routes(Router router, Gate gate) {
            this.router = router;
            this.gate = gate;
        }

        void on(HttpMethod method, String path, Role needed, Answer answer) {
            router.route(method, "/admin/api" + path)
                    .handler(
                            context ->
                                    gate.admit(context, needed)
                                            .ifPresent(by -> reply(context, answer, by)));
        }

        /** A deed on one player, for moderators. */
        void onGuest(String path, GuestDeed deed) {
            on(
                    HttpMethod.POST,
                    path,
                    Role.MODERATE,
                    (context, by) ->
                            moderation
                                    .guest(context)
                                    .compose(
                                            guest ->
                                                    guest.isPresent()
                                                            ? deed.on(
                                                                    by,
                                                                    guest.get(),
                                                                    new Wish(context))
                                                            : Future.failedFuture(
                                                                    new Refused(
                                                                            "the player is not here"
                                                                                + " any more"))));
        }

        private void reply(RoutingContext context, Answer answer, Badge by) {
            answer.to(context, by)
                    .onSuccess(context::json)
                    .onFailure(failure -> explain(context, failure));
        }

        private void explain(RoutingContext context, Throwable failure) {
            if (failure instanceof Refused refused) {
                Problem.send(context, 400, String.valueOf(refused.getMessage()));
            } else if (failure instanceof StoreProblem problem) {
                Problem.send(context, 503, String.valueOf(problem.getMessage()));
            } else {
                context.fail(failure);
            }
        }
    }

    /** Something that is done to a player. */
    private interface GuestDeed {
        Future<JsonObject> on(Badge by, Guest guest, Wish wish);
    }
}

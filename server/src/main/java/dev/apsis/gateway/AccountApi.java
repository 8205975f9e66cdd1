package dev.apsis.gateway;

import dev.apsis.door.Problem;
import dev.apsis.store.Accounts;
import dev.apsis.store.Accounts.Reply;
import dev.apsis.store.Claim;
import dev.apsis.store.Store;

import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where a name is claimed and its owner signs in. The answer's token is what a hello presents.
 * Owned by one event loop.
 */
final class AccountApi {
    private static final int MAX_BODY_BYTES = 2048;
    private static final Clock CLOCK = Clock.systemUTC();

    private final Vertx vertx;
    private final Doors doors;
    private final Store store;

    AccountApi(Vertx vertx, Doors doors, Store store) {
        this.vertx = vertx;
        this.doors = doors;
        this.store = store;
    }

    /** What somebody wants to be known by. */
    private record Wish(String name, String password, String next) {}

    void mount(Router router) {
        var body = BodyHandler.create(/* handleFileUploads= */ false).setBodyLimit(MAX_BODY_BYTES);
        router.post("/api/account").handler(body).handler(this::claim);
        router.post("/api/account/session").handler(body).handler(this::signIn);
        router.put("/api/account/password").handler(body).handler(this::change);
        RoomsApi.read(router, "/api/account", this::whoAmI);
        RoomsApi.refuseOthers(router, "/api/account", "GET, HEAD, POST");
        RoomsApi.refuseOthers(router, "/api/account/session", "POST");
        RoomsApi.refuseOthers(router, "/api/account/password", "PUT");
    }

    private void claim(RoutingContext context) {
        read(context)
                .ifPresent(
                        wish ->
                                answer(
                                        context,
                                        store.accounts().claim(wish.name, wish.password),
                                        201));
    }

    private void signIn(RoutingContext context) {
        read(context)
                .ifPresent(
                        wish ->
                                answer(
                                        context,
                                        store.accounts().signIn(wish.name, wish.password),
                                        200));
    }

    private void change(RoutingContext context) {
        Optional<Wish> wish = read(context);
        if (wish.isEmpty()) {
            return;
        }
        String next = wish.get().next;
        if (!isPassword(next)) {
            Problem.send(context, 400, "newPassword: " + passwordRule());
            return;
        }
        answer(context, store.accounts().change(wish.get().name, wish.get().password, next), 200);
    }

    /** Whom a token is of: a page asks before it shows somebody as signed in. */
    private void whoAmI(RoutingContext context) {
        Optional<Claim> claim =
                RoomsApi.bearer(context)
                        .flatMap(doors.tokens()::session)
                        .flatMap(Badge::read)
                        .flatMap(this::claim);
        if (claim.isPresent()) {
            context.json(new JsonObject().put("name", claim.get().name()));
        } else {
            Problem.send(
                    context, 401, "sign in, and send its token: 'Authorization: Bearer TOKEN'");
        }
    }

    private Optional<Claim> claim(Badge badge) {
        return store.accounts().of(badge.account()).filter(badge::opens);
    }

    /** Answers itself if there is nothing to read. */
    private Optional<Wish> read(RoutingContext context) {
        if (!doors.admit(context)) {
            Problem.send(context, 403, "pages of other sites may not sign in here");
            return Optional.empty();
        }
        String source = Caller.of(context).source();
        if (!doors.quotas().tries().take(source, doors.nanos().getAsLong())) {
            Problem.send(context, 429, "too many tries from your address: wait a minute");
            return Optional.empty();
        }
        try {
            String text = context.body().asString();
            var json = text == null ? new JsonObject() : new JsonObject(text);
            String name = Words.clean(json.getString("name", ""));
            String password = json.getString("password", "");
            String problem = problem(name, password);
            if (problem.isEmpty()) {
                return Optional.of(new Wish(name, password, json.getString("newPassword", "")));
            }
            Problem.send(context, 400, problem);
        } catch (DecodeException | ClassCastException malformed) {
            Problem.send(
                    context, 400, "send a JSON object with a name and a password, both strings");
        }
        return Optional.empty();
    }

    private static String problem(String name, String password) {
        if (name.isEmpty() || name.length() > Reception.MAX_NAME_CHARS) {
            return "name: 1 to %d characters".formatted(Reception.MAX_NAME_CHARS);
        }
        return isPassword(password) ? "" : "password: " + passwordRule();
    }

    private static boolean isPassword(String password) {
        return password.length() >= Accounts.MIN_PASSWORD_CHARS
                && password.length() <= Accounts.MAX_PASSWORD_CHARS;
    }

    private static String passwordRule() {
        return "%d to %d characters"
                .formatted(Accounts.MIN_PASSWORD_CHARS, Accounts.MAX_PASSWORD_CHARS);
    }

    private void answer(RoutingContext context, CompletionStage<Reply> asked, int granted) {
        StoreReply.await(
                vertx,
                context,
                asked,
                reply -> {
                    switch (reply) {
                        case Reply.Granted(Claim claim) -> grant(context, claim, granted);
                        case Reply.Taken taken ->
                                Problem.send(
                                        context,
                                        409,
                                        "the name is somebody's: sign in if it is yours");
                        case Reply.Wrong wrong ->
                                Problem.send(context, 401, "no such name, or another password");
                    }
                });
    }

    private void grant(RoutingContext context, Claim claim, int status) {
        Instant now = CLOCK.instant();
        Instant issued = now.isBefore(claim.validFrom()) ? claim.validFrom() : now;
        String session = Badge.session(claim, issued, doors.tokens());
        context.response().setStatusCode(status).putHeader("Cache-Control", "no-store");
        context.json(
                new JsonObject()
                        .put("name", claim.name())
                        .put("token", doors.tokens().sign(session)));
    }
}

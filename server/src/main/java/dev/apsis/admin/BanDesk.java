package dev.apsis.admin;

import dev.apsis.gateway.Guest;
import dev.apsis.gateway.Posts;
import dev.apsis.store.AddressRange;
import dev.apsis.store.Ban;
import dev.apsis.store.Store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Where bans are written, read and lifted. Shared; it keeps nothing. */
final class BanDesk {
    private static final int MAX_TARGET_CHARS = 64;
    private static final int MAX_BAN_MINUTES = 10 * 366 * 24 * 60;
    private static final int LEAST_BITS_V4 = 8;
    private static final int LEAST_BITS_V6 = 19;

    private final Posts posts;
    private final HouseSentry sentry;
    private final @Nullable Store store;
    private final Trail trail;
    private final InstantSource clock;

    BanDesk(Steering steering, Trail trail, InstantSource clock) {
        this.posts = steering.posts();
        this.sentry = steering.sentry();
        this.store = steering.store();
        this.trail = trail;
        this.clock = clock;
    }

    JsonObject all() {
        var bans = new JsonArray();
        Store kept = store;
        if (kept != null) {
            kept.bans().all().forEach(ban -> bans.add(Figures.ban(ban)));
        }
        return new JsonObject().put("bans", bans).put("possible", kept != null);
    }

    /** Bans whom a wish names: addresses, or an account. */
    Future<JsonObject> add(Badge by, Wish wish) {
        String addresses = wish.words("addresses", MAX_TARGET_CHARS);
        String account = wish.words("account", MAX_TARGET_CHARS);
        if (addresses.isEmpty() == account.isEmpty()) {
            wish.object("say whom: either 'addresses', such as 203.0.113.0/24, or an 'account'");
        }
        Ban.Target target =
                account.isEmpty() ? range(addresses, wish) : new Ban.Target.Account(account);
        return add(by, target, wish);
    }

    /** Bans the address a player comes from. */
    Future<JsonObject> add(Badge by, Guest guest, Wish wish) {
        return add(by, range(guest.address(), wish), wish);
    }

    private static Ban.@Nullable Target range(String text, Wish wish) {
        AddressRange range = AddressRange.parse(text).orElse(null);
        if (range == null) {
            wish.object("'addresses' is an address or a range, such as 203.0.113.0/24");
            return null;
        }
        int least = range.toString().contains(":") ? LEAST_BITS_V6 : LEAST_BITS_V4;
        if (range.bits() < least) {
            wish.object("a range of less than /%d would be half the world".formatted(least));
        }
        return new Ban.Target.Range(range);
    }

    private Future<JsonObject> add(Badge by, Ban.@Nullable Target target, Wish wish) {
        String reason = wish.words("reason", Ban.MAX_REASON_CHARS);
        int minutes = wish.number("minutes", MAX_BAN_MINUTES, 0);
        Store kept = store;
        if (kept == null) {
            wish.object("this server has no store, so that bans would not last");
        }
        if (!wish.problems().isEmpty() || target == null || kept == null) {
            return Moderation.refused(wish);
        }
        Instant until = minutes == 0 ? null : clock.instant().plus(Duration.ofMinutes(minutes));
        var ban = new Ban.Wish(target, reason, by.name(), until);
        return Trail.here(kept.bans().add(ban))
                .compose(
                        added ->
                                trail.note(
                                                by,
                                                "ban",
                                                Figures.ban(added).getString("target"),
                                                reason)
                                        .compose(noted -> dismiss())
                                        .map(gone -> Figures.ban(added).put("dismissed", gone)));
    }

    /** Whoever is here and may not be any more goes. */
    private Future<Integer> dismiss() {
        return posts.ask(post -> post.dismissBarred(sentry))
                .map(gone -> gone.stream().mapToInt(each -> each).sum());
    }

    Future<JsonObject> lift(Badge by, String number) {
        Store kept = store;
        if (kept == null || !number.matches("\\d{1,18}")) {
            return Future.failedFuture(new Moderation.Refused("there is no such ban"));
        }
        return Trail.here(kept.bans().lift(Long.parseLong(number)))
                .compose(
                        lifted ->
                                (lifted
                                                ? trail.note(by, "lift ban", number, "")
                                                : Future.succeededFuture())
                                        .map(noted -> new JsonObject().put("lifted", lifted)));
    }
}

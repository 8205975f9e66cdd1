package dev.apsis.admin;

import dev.apsis.door.Problem;
import dev.apsis.gateway.Caller;
import dev.apsis.log.Journal;
import dev.apsis.log.Tag;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Who comes in to look after the server: by a token in the header {@code Authorization}, which no
 * foreign page can send, and never by the address. Owned by one event loop.
 */
final class Gate {
    private static final Journal LOG = Journal.of(Gate.class);
    private static final String SCHEME = "Bearer ";

    private final Badges badges;
    private final LongSupplier nanos;
    private final Strikes strikes;

    Gate(Badges badges, Strikes strikes, LongSupplier nanos) {
        this.badges = badges;
        this.strikes = strikes;
        this.nanos = nanos;
    }

    /** Whether there is no admin page here. */
    boolean closed() {
        return badges.none();
    }

    /** The badge of whoever asks, if it is good for that; else they are told why it is not. */
    Optional<Badge> admit(RoutingContext context, Role needed) {
        String source = Caller.of(context).source();
        long now = nanos.getAsLong();
        if (strikes.out(source, now)) {
            long seconds = strikes.secondsLeft(source, now);
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            Problem.send(
                    context, 429, "too many wrong tokens: try again in %d s".formatted(seconds));
            return Optional.empty();
        }
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME)) {
            return unknown(context, "send your token: 'Authorization: Bearer TOKEN'");
        }
        Optional<Badge> badge = badges.of(header.substring(SCHEME.length()).strip());
        if (badge.isEmpty()) {
            strikes.strike(source, now);
            if (strikes.out(source, now)) {
                LOG.warn("wrong admin tokens", Tag.address(source));
            }
            return unknown(context, "nobody has this token");
        }
        if (!badge.get().role().includes(needed)) {
            Problem.send(
                    context,
                    403,
                    "your token may %s; this needs %s"
                            .formatted(badge.get().role().word(), needed.word()));
            return Optional.empty();
        }
        return badge;
    }

    private static Optional<Badge> unknown(RoutingContext context, String why) {
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"apsis\"");
        Problem.send(context, 401, why);
        return Optional.empty();
    }
}

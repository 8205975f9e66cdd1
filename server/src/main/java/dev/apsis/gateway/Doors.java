package dev.apsis.gateway;

import dev.apsis.engine.game.Lookout;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What all gateways of a server share: where they listen, who looks out, whom they trust, how often
 * an address may ask. A negative port is any free one, the same for all.
 */
public record Doors(
        String host,
        int port,
        Supplier<Lookout> lookouts,
        Tokens tokens,
        Set<String> origins,
        String version,
        LongSupplier nanos,
        Archive archive,
        Care care,
        Approach approach,
        Quotas quotas) {
    public Doors {
        origins = Set.copyOf(origins);
    }

    /** Of a server that remembers nothing, keeps nobody out, and has nothing more on its port. */
    public Doors(
            String host,
            int port,
            Supplier<Lookout> lookouts,
            Tokens tokens,
            Set<String> origins,
            String version,
            LongSupplier nanos) {
        this(
                host,
                port,
                lookouts,
                tokens,
                origins,
                version,
                nanos,
                Archive.NONE,
                Care.open(),
                Approach.DIRECT,
                new Quotas());
    }

    /** Under whose name somebody may fly. */
    Members members() {
        return new Members(archive.roll());
    }

    /** The session a token was signed for, if it was us who signed it and it is not void. */
    Optional<String> session(String token) {
        return tokens.session(token).filter(members()::honours);
    }

    /**
     * Programs send no origin; a browser may come from our own page, or one that is allowed. Who
     * comes in the clear may have come by HTTPS to a proxy that did not say so.
     */
    boolean admit(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        String host = context.request().getHeader(HttpHeaders.HOST);
        return origin == null
                || origin.equals("https://" + host)
                || (origin.equals("http://" + host) && !Caller.of(context).secure())
                || origins.contains(origin);
    }
}

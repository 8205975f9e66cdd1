package dev.apsis.gateway;

import dev.apsis.engine.game.Lookout;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What all gateways of a server share: where they listen, who looks out, whom they trust. A
 * negative port is any free one, the same for all.
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
        Care care) {
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
        this(host, port, lookouts, tokens, origins, version, nanos, Archive.NONE, Care.open());
    }

    /** Under whose name somebody may fly. */
    Members members() {
        return new Members(archive.roll());
    }

    /** Programs send no origin; a browser may come from our own page, or one that is allowed. */
    boolean admit(@Nullable String origin, @Nullable String host) {
        return origin == null
                || origin.equals("http://" + host)
                || origin.equals("https://" + host)
                || origins.contains(origin);
    }
}

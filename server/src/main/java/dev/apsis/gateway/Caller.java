package dev.apsis.gateway;

import dev.apsis.door.Source;

import io.vertx.ext.web.RoutingContext;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Who asks: the address it comes from, whatever stands between, and whether by HTTPS. */
public record Caller(String address, boolean secure) {
    private static final String KEY = Caller.class.getName();

    /** Who that is, as {@link Callers} found. */
    public static Caller of(RoutingContext context) {
        Caller known = context.get(KEY);
        return known != null
                ? known
                : new Caller(
                        String.valueOf(context.request().remoteAddress().hostAddress()),
                        context.request().isSSL());
    }

    void known(RoutingContext context) {
        context.put(KEY, this);
    }

    /** Whom limits count. */
    public String source() {
        return numbers().map(Source::of).orElse(address);
    }

    /**
     * Whether it is this machine itself, which no limit counts: load tools and proxies sit there.
     */
    boolean isLocal() {
        return numbers().filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private Optional<InetAddress> numbers() {
        try {
            return Optional.of(InetAddress.getByName(address)); // no lookup: it is no name
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}

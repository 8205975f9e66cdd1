package dev.apsis.gateway;

import io.vertx.ext.web.RoutingContext;

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
}

package dev.apsis.gateway;

import dev.apsis.log.Journal;
import dev.apsis.log.Tag;
import dev.apsis.store.AddressRange;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out where requests come from. What a proxy says of it counts only if the proxy is trusted;
 * from anybody else it is ignored and counted. Owned by one event loop.
 *
 * <pre>
 * client -> [proxy that sends X-Forwarded-For]... -> [proxy that sends a PROXY line] -> here
 * </pre>
 */
final class Callers {
    private static final Journal LOG = Journal.of(Callers.class);
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";

    /** How requests are counted that say where they come from, and are not believed. */
    private static final String IGNORED = "forwarded";

    private final Approach approach;
    private final Post post;
    private boolean told;

    Callers(Approach approach, Post post) {
        this.approach = approach;
        this.post = post;
    }

    /** The first to see a request. */
    void greet(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<InetAddress> peer = peer((ConnectionBase) request.connection());
        if (peer.isPresent()) {
            caller(request, peer.get()).known(context);
        }
        context.next();
    }

    /** For whom a connection counts; for nobody if a proxy's, which brings many. */
    Optional<Caller> owner(ConnectionBase connection) {
        return peer(connection)
                .map(
                        peer ->
                                approach.trusts(peer)
                                        ? address(connection.remoteAddress()).orElse(peer)
                                        : peer)
                .filter(nearest -> !approach.trusts(nearest))
                .map(nearest -> new Caller(nearest.getHostAddress(), connection.isSsl()));
    }

    private Caller caller(HttpServerRequest request, InetAddress peer) {
        InetAddress nearest = address(request.remoteAddress()).orElse(peer);
        boolean speaksForOthers =
                request.headers().contains(FOR) || request.headers().contains(PROTO);
        if (!approach.trusts(peer)) {
            if (speaksForOthers || !nearest.equals(peer)) {
                ignore(peer);
            }
            return new Caller(peer.getHostAddress(), request.isSSL());
        }
        if (!approach.trusts(nearest)) {
            if (speaksForOthers) {
                ignore(nearest);
            }
            return new Caller(nearest.getHostAddress(), request.isSSL());
        }
        return new Caller(farthest(request, nearest).getHostAddress(), secure(request));
    }

    /** Each proxy adds on the right whom it was asked by: the first one not trusted is believed. */
    private InetAddress farthest(HttpServerRequest request, InetAddress nearest) {
        List<String> hops = new ArrayList<>();
        for (String header : request.headers().getAll(FOR)) {
            hops.addAll(List.of(header.split(",", -1)));
        }
        InetAddress known = nearest;
        for (int i = hops.size() - 1; i >= 0 && approach.trusts(known); i--) {
            Optional<InetAddress> next = literal(hops.get(i).strip());
            if (next.isEmpty()) {
                return known;
            }
            known = next.get();
        }
        return known;
    }

    private static boolean secure(HttpServerRequest request) {
        String said = request.getHeader(PROTO);
        return said == null ? request.isSSL() : said.strip().equalsIgnoreCase("https");
    }

    private void ignore(InetAddress from) {
        post.refused(IGNORED);
        if (!told) {
            told = true;
            LOG.warn(
                    "ignored what somebody not trusted says of others' addresses; if it is a proxy"
                            + " of yours, name it in proxy.trusted",
                    Tag.address(from.getHostAddress()));
        }
    }

    /** Whoever is at the other end of the cable, before anybody says anything. */
    private static Optional<InetAddress> peer(ConnectionBase line) {
        return line.channel().remoteAddress() instanceof InetSocketAddress at
                ? Optional.ofNullable(at.getAddress())
                : Optional.empty();
    }

    private static Optional<InetAddress> address(SocketAddress from) {
        String address = from.hostAddress();
        return address == null ? Optional.empty() : literal(address);
    }

    /** An address in digits, for names would be looked up. */
    private static Optional<InetAddress> literal(String text) {
        if (text.indexOf('/') >= 0 || AddressRange.parse(text).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}

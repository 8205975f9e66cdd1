package dev.apsis.gateway;

import dev.apsis.store.AddressRange;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.List;

/**
 * How one gets to a server: encrypted or not, and past which proxies. With {@code proxyProtocol}
 * each connection begins with a line of HAProxy's that says where it comes from.
 */
public record Approach(@Nullable Tls tls, List<AddressRange> proxies, boolean proxyProtocol) {
    /** In the clear, and past nobody. */
    public static final Approach DIRECT = new Approach(null, List.of(), false);

    public Approach {
        proxies = List.copyOf(proxies);
    }

    /** By which certificate, and the port that sends plain HTTP here; 0 for none. */
    public record Tls(CertificateFiles files, Certificate certificate, int redirectPort) {}

    /** Whether what somebody says of others' addresses is believed. */
    boolean trusts(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }

    /** What the server's own addresses begin with. */
    public String scheme() {
        return tls == null ? "http" : "https";
    }
}

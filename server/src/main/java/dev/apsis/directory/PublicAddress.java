package dev.apsis.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where players open a server's page: a scheme, a host and a port, and nothing else. */
public record PublicAddress(boolean encrypted, String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MAX_CHARS = 200;

    /** Reads {@code http(s)://HOST[:PORT]}; empty if it is anything else. */
    public static Optional<PublicAddress> read(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean encrypted = scheme.equals("https");
            boolean bare =
                    uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && String.valueOf(uri.getRawPath()).matches("/?");
            boolean web = encrypted || scheme.equals("http");
            if (!web || !bare || uri.getHost() == null || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            int port = uri.getPort() > 0 ? uri.getPort() : encrypted ? HTTPS : HTTP;
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            return Optional.of(new PublicAddress(encrypted, host, port));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The host as a resolver takes it: an IPv6 address without its brackets. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        String shown = port == (encrypted ? HTTPS : HTTP) ? "" : ":" + port;
        return (encrypted ? "https://" : "http://") + host + shown;
    }
}

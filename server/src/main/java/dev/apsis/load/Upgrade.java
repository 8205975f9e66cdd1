package dev.apsis.load;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How a client asks for a WebSocket, and whether the answer grants it (RFC 6455, chapter 4).
 *
 * @param request what is sent
 * @param accept what the answer must prove it has read
 * @param subprotocol what the answer must agree to
 */
record Upgrade(ByteBuffer request, String accept, String subprotocol) {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int PLAIN_PORT = 80;
    private static final int SECURE_PORT = 443;

    static Upgrade to(URI uri, String subprotocol, SplittableRandom random) {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        String key = Base64.getEncoder().encodeToString(nonce);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String request =
                """
                GET %s HTTP/1.1\r
                Host: %s:%d\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: %s\r
                Sec-WebSocket-Protocol: %s\r
                \r
                """
                        .formatted(path + query, uri.getHost(), port(uri), key, subprotocol);
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        return new Upgrade(ByteBuffer.wrap(bytes), acceptOf(key), subprotocol);
    }

    static int port(URI uri) {
        int standard = secure(uri) ? SECURE_PORT : PLAIN_PORT;
        return uri.getPort() < 0 ? standard : uri.getPort();
    }

    /** Whether an address of a server, for sockets or for requests, asks for TLS. */
    static boolean secure(URI uri) {
        return "wss".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    }

    /** What is wrong with an answer's head; empty if the socket is open. */
    String problem(String head) {
        String status = head.lines().findFirst().orElse("");
        if (!status.startsWith("HTTP/1.1 101")) {
            return "the server answered " + status.replaceFirst("^HTTP/1\\.1 ", "");
        }
        if (!header(head, "sec-websocket-accept").equals(accept)) {
            return "the server did not answer to our key";
        }
        if (!header(head, "sec-websocket-protocol").equals(subprotocol)) {
            return "the server does not speak " + subprotocol;
        }
        return "";
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String acceptOf(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] digest = sha1.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}

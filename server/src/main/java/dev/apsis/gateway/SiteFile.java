package dev.apsis.gateway;

import io.vertx.core.buffer.Buffer;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * One file of the page as it goes out: plain, and zipped if that saves something (else empty); the
 * tag is a hash of its content.
 */
record SiteFile(Buffer plain, Buffer zipped, String type, String tag, String caching) {
    /** Names of assets have their content's hash in them: what has the same name is the same. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final String FOR_AN_HOUR = "public, max-age=3600";
    private static final String ASK_EACH_TIME = "no-cache";
    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "map", "application/json",
                    "webmanifest", "application/manifest+json");

    /** Reads a file of the page from the class path; null if there is none. */
    static @Nullable SiteFile read(String path) throws IOException {
        try (InputStream in = SiteFile.class.getResourceAsStream("/web/" + path)) {
            if (in == null || !path.contains(".")) {
                return null;
            }
            byte[] plain = in.readAllBytes();
            byte[] zipped = zip(plain);
            Buffer smaller = zipped.length < plain.length ? Buffer.buffer(zipped) : Buffer.buffer();
            String type = TYPES.getOrDefault(ending(path), UNKNOWN);
            return new SiteFile(Buffer.buffer(plain), smaller, type, tag(plain), caching(path));
        }
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String caching(String path) {
        if (path.contains("assets/")) {
            return FOR_EVER;
        }
        return ending(path).equals("html") ? ASK_EACH_TIME : FOR_AN_HOUR;
    }

    private static byte[] zip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        }
        return out.toByteArray();
    }

    /** Weak, for it is the same for the plain and for the zipped file. */
    private static String tag(byte[] plain) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain);
            return "W/\"" + Base64.getUrlEncoder().encodeToString(hash).substring(0, 16) + '"';
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}

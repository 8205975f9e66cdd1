package dev.apsis.load;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import javax.net.ssl.SSLContext;

/**
 * What a server said when it was asked for a room: it was opened, or why not; most often because it
 * is there already.
 */
public record Booking(boolean opened, String answer) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CREATED = 201;

    /**
     * Asks the server at an address of scheme ws or wss for a room of a name, with so many seats.
     */
    public static Booking ask(URI server, String room, int capacity) throws IOException {
        return ask(server, null, room, capacity);
    }

    /** Asks one that is vouched for as that says. */
    public static Booking ask(URI server, @Nullable SSLContext trust, String room, int capacity)
            throws IOException {
        String body = new JsonObject().put("name", room).put("capacity", capacity).encode();
        String scheme = Upgrade.secure(server) ? "https" : "http";
        URI rooms = URI.create(scheme + "://" + server.getRawAuthority() + "/api/rooms");
        HttpRequest request =
                HttpRequest.newBuilder(rooms)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        HttpClient.Builder asking = HttpClient.newBuilder().connectTimeout(PATIENCE);
        if (trust != null) {
            asking.sslContext(trust);
        }
        try (HttpClient client = asking.build()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            boolean opened = response.statusCode() == CREATED;
            return new Booking(opened, response.statusCode() + " " + response.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}

package dev.apsis.bench;

import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What a room says of its own ticks, of its last minute or two, in milliseconds. */
record RoomHealth(double lateP99, double tookP50, double tookP99, long dropped) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double MICROS = 1000;

    static RoomHealth ask(URI server, String room) throws IOException {
        String at = "http://" + server.getAuthority() + "/api/rooms/" + room + "/health";
        HttpRequest request = HttpRequest.newBuilder(URI.create(at)).timeout(PATIENCE).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return read(new JsonObject(client.send(request, BodyHandlers.ofString()).body()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private static RoomHealth read(JsonObject json) {
        JsonObject late = json.getJsonObject("tickLate", new JsonObject());
        JsonObject took = json.getJsonObject("tickTook", new JsonObject());
        return new RoomHealth(
                late.getDouble("p99Micros", 0.0) / MICROS,
                took.getDouble("p50Micros", 0.0) / MICROS,
                took.getDouble("p99Micros", 0.0) / MICROS,
                json.getLong("ticksDropped", 0L));
    }
}

package dev.apsis.feed;

import io.vertx.core.json.JsonObject;

/** One thing that happened, in the words every transport tells it by. */
public record Event(EventId id, String kind, String json) {
    /** When it happened is in milliseconds since 1970, by the server's clock. */
    public static Event of(EventId id, String kind, long atMillis, JsonObject fields) {
        var json = new JsonObject().put("id", id.toString()).put("kind", kind).put("at", atMillis);
        return new Event(id, kind, json.mergeIn(fields).encode());
    }
}

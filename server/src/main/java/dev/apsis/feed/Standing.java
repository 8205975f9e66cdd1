package dev.apsis.feed;

import io.vertx.core.json.JsonObject;

/** How things stand after an event: all a reader must know that did not see the events before. */
public interface Standing {
    JsonObject json();
}

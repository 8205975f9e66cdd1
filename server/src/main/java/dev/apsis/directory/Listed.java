package dev.apsis.directory;

import io.vertx.core.json.JsonObject;

import java.net.InetAddress;

/** A server that is in the list: where it was met, by whose heartbeat, and how far it is. */
record Listed(
        Announcement announced,
        InetAddress at,
        String source,
        int latencyMillis,
        long heardAtMillis,
        long seenAtMillis) {
    String key() {
        return announced.address().toString();
    }

    /** The same, of whom was heard again. */
    Listed heard(Announcement again, long nowMillis) {
        return new Listed(again, at, source, latencyMillis, nowMillis, seenAtMillis);
    }

    /** The same, which was looked at again. */
    Listed seen(int measuredMillis, long nowMillis) {
        return new Listed(announced, at, source, measuredMillis, heardAtMillis, nowMillis);
    }

    /** What everybody may know. */
    JsonObject json() {
        Facts facts = announced.facts();
        return new JsonObject()
                .put("address", key())
                .put("name", announced.name())
                .put("description", announced.description())
                .put("version", facts.version())
                .put("mode", facts.mode())
                .put("rooms", facts.rooms())
                .put("players", facts.players())
                .put("capacity", facts.capacity())
                .put("latencyMillis", latencyMillis);
    }
}

package dev.apsis.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The rooms one event loop knows of, kept up by the lobby's news. Owned by that event loop. */
final class Venues {
    private final Map<String, Venue> byRoom = new TreeMap<>();
    private boolean draining;

    Future<?> follow(Vertx vertx) {
        return LobbyNews.follow(vertx, this::take);
    }

    @Nullable Venue get(@Nullable String room) {
        return room == null ? null : byRoom.get(room);
    }

    /** What is known by now of the room that has a venue's name; the venue itself if nothing is. */
    Venue latest(Venue held) {
        return byRoom.getOrDefault(held.room(), held);
    }

    Collection<Venue> all() {
        return byRoom.values();
    }

    /** Whether the server is about to end. */
    boolean draining() {
        return draining;
    }

    private void take(LobbyNews news) {
        switch (news) {
            case LobbyNews.Opened(Venue venue) -> byRoom.put(venue.room(), venue);
            case LobbyNews.Closed(Venue venue) -> byRoom.remove(venue.room(), venue);
            case LobbyNews.Draining nothing -> draining = true;
        }
    }
}

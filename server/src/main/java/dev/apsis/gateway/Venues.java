package dev.apsis.gateway;

import dev.apsis.engine.ByReference;

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

    /** Listens first and asks then, so that no room is missed. */
    Future<?> follow(Vertx vertx) {
        vertx.eventBus()
                .<LobbyNews>localConsumer(LobbyNews.ADDRESS)
                .handler(message -> take(message.body()));
        return vertx.eventBus()
                .<LobbyMessage.Rooms>request(
                        LobbyMessage.ADDRESS, new LobbyMessage.Survey(), ByReference.DELIVERY)
                .onSuccess(reply -> reply.body().venues().forEach(this::add));
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
            case LobbyNews.Opened(Venue venue) -> add(venue);
            case LobbyNews.Closed(Venue venue) -> byRoom.remove(venue.room(), venue);
            case LobbyNews.Draining nothing -> draining = true;
        }
    }

    private void add(Venue venue) {
        byRoom.put(venue.room(), venue);
    }
}

package dev.apsis.gateway;

import dev.apsis.engine.ByReference;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.function.Consumer;

/** What the lobby tells everybody, at {@link #ADDRESS}: rooms come and go. */
public sealed interface LobbyNews {
    String ADDRESS = "lobby.news";

    record Opened(Venue venue) implements LobbyNews {}

    record Closed(Venue venue) implements LobbyNews {}

    /** The server is about to end: nobody is let in any more. */
    record Draining() implements LobbyNews {}

    /**
     * From here on a listener hears the lobby's news, and first or among them that each room is
     * open that was so before: it listens before it asks, so that no room is missed.
     */
    static Future<?> follow(Vertx vertx, Consumer<LobbyNews> listener) {
        vertx.eventBus()
                .<LobbyNews>localConsumer(ADDRESS, message -> listener.accept(message.body()));
        return vertx.eventBus()
                .<LobbyMessage.Rooms>request(
                        LobbyMessage.ADDRESS, new LobbyMessage.Survey(), ByReference.DELIVERY)
                .onSuccess(
                        reply ->
                                reply.body()
                                        .venues()
                                        .forEach(venue -> listener.accept(new Opened(venue))));
    }
}

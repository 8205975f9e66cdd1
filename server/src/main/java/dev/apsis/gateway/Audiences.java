package dev.apsis.gateway;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.Situation;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** The audiences of one event loop: each listens to its room while it has viewers. Owned by it. */
final class Audiences {
    private final Vertx vertx;
    private final Doors doors;
    private final Map<String, Audience> byRoom = new HashMap<>();
    private final Map<String, MessageConsumer<RoomNews>> news = new HashMap<>();
    private final Map<String, MessageConsumer<Talk>> talk = new HashMap<>();

    Audiences(Vertx vertx, Doors doors) {
        this.vertx = vertx;
        this.doors = doors;
    }

    /** The audience of a room, listening from here on. */
    Audience of(Venue venue) {
        return byRoom.computeIfAbsent(venue.room(), room -> listen(venue));
    }

    /** The newest tick heard of; 0 where nobody listens. */
    int tick(Venue venue) {
        Audience audience = byRoom.get(venue.room());
        return audience == null ? 0 : audience.tick();
    }

    void remove(Venue venue, Viewer viewer) {
        Audience audience = byRoom.get(venue.room());
        if (audience == null) {
            return;
        }
        audience.remove(viewer);
        if (audience.isEmpty()) {
            byRoom.remove(venue.room());
            unlisten(venue);
        }
    }

    /** Passes a pilot's words on to all who watch the room, on every event loop. */
    void talk(Venue venue, Talk said) {
        vertx.eventBus().publish(talkAddress(venue), said, ByReference.DELIVERY);
    }

    private static void unregister(@Nullable MessageConsumer<?> consumer) {
        if (consumer != null) {
            consumer.unregister();
        }
    }

    private static String talkAddress(Venue venue) {
        return "room." + venue.room() + ".talk";
    }

    /** A closed room's audience ends with it: a later room of that name begins anew. */
    private void hear(Venue venue, Audience audience, RoomNews heard) {
        audience.take(heard);
        if (heard instanceof RoomNews.Closed && byRoom.remove(venue.room(), audience)) {
            unlisten(venue);
        }
    }

    private void unlisten(Venue venue) {
        unregister(news.remove(venue.room()));
        unregister(talk.remove(venue.room()));
    }

    private Audience listen(Venue venue) {
        var audience = new Audience(venue, doors.lookout(), doors.nanos());
        MessageConsumer<RoomNews> consumer =
                vertx.eventBus().localConsumer(RoomAddress.frames(venue.room()));
        consumer.handler(message -> hear(venue, audience, message.body()));
        news.put(venue.room(), consumer);
        MessageConsumer<Talk> words = vertx.eventBus().localConsumer(talkAddress(venue));
        words.handler(message -> audience.pass(message.body()));
        talk.put(venue.room(), words);
        vertx.eventBus()
                .<Situation>request(
                        RoomAddress.commands(venue.room()),
                        new RoomMessage.Recap(),
                        ByReference.DELIVERY)
                .onSuccess(reply -> audience.begin(reply.body(), doors.nanos().getAsLong()));
        return audience;
    }
}

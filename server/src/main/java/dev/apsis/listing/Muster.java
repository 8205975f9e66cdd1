package dev.apsis.listing;

import dev.apsis.directory.Facts;
import dev.apsis.engine.ByReference;
import dev.apsis.engine.Gauges;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.gateway.LobbyMessage;
import dev.apsis.gateway.Venue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;

import java.util.Comparator;
import java.util.List;

/**
 * Counts who is in the rooms of this server that are listed, over the bus like anybody: a room that
 * does not answer soon counts as empty, and none waits. Owned by its announcer's event loop.
 */
final class Muster {
    private static final DeliveryOptions SOON =
            new DeliveryOptions(ByReference.DELIVERY).setSendTimeout(2000);

    private final Vertx vertx;
    private final String version;

    Muster(Vertx vertx, String version) {
        this.vertx = vertx;
        this.version = version;
    }

    /** A room and how many people fly there; bots of the house are nobody to meet. */
    private record Count(Venue venue, int people) {}

    Future<Facts> count() {
        return vertx.eventBus()
                .<LobbyMessage.Rooms>request(LobbyMessage.ADDRESS, new LobbyMessage.Survey(), SOON)
                .compose(reply -> count(reply.body().venues()));
    }

    private Future<Facts> count(List<Venue> venues) {
        List<Future<Count>> asked =
                venues.stream().filter(Venue::listed).map(this::people).toList();
        return Future.join(asked)
                .otherwiseEmpty()
                .map(all -> facts(asked.stream().map(Future::result).toList()));
    }

    private Future<Count> people(Venue venue) {
        return vertx.eventBus()
                .<Gauges>request(
                        RoomAddress.commands(venue.address()), new RoomMessage.Measure(), SOON)
                .map(Message::body)
                .map(gauges -> new Count(venue, gauges.heads().people()))
                .otherwise(new Count(venue, 0));
    }

    private Facts facts(List<Count> rooms) {
        String mode =
                rooms.stream()
                        .max(Comparator.comparingInt(Count::people))
                        .map(room -> room.venue().mode())
                        .orElse("");
        return new Facts(
                version,
                mode,
                rooms.size(),
                rooms.stream().mapToInt(Count::people).sum(),
                rooms.stream().mapToInt(room -> room.venue().capacity()).sum());
    }
}

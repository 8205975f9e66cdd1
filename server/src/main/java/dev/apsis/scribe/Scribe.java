package dev.apsis.scribe;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.Situation;
import dev.apsis.gateway.LobbyNews;
import dev.apsis.gateway.Venue;
import dev.apsis.store.Results;
import dev.apsis.store.RoundResult;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.MessageConsumer;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Listens to every room and hands finished rounds to the store. No room knows of it, and it waits
 * for nothing.
 */
public final class Scribe extends VerticleBase {
    /** Answered, with nothing, when all that was told before is handed over. */
    public static final String ADDRESS = "scribe";

    private static final int ID_BYTES = 10;

    private final Results results;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, MessageConsumer<RoomNews>> listening = new HashMap<>();

    public Scribe(Results results, InstantSource clock, RandomGenerator random) {
        this.results = results;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().localConsumer(ADDRESS, asked -> asked.reply(null));
        return LobbyNews.follow(vertx, this::take);
    }

    private void take(LobbyNews news) {
        switch (news) {
            case LobbyNews.Opened(Venue venue) -> follow(venue);
            case LobbyNews.Closed closed -> {} // the room itself says when it has told everything
            case LobbyNews.Draining draining -> {}
        }
    }

    private void follow(Venue venue) {
        String address = venue.address();
        if (listening.containsKey(address)) {
            return;
        }
        var watch =
                new RoundWatch(
                        new RoundWatch.Match(newId(), venue.room(), venue.mode(), venue.seed()));
        var consumer = vertx.eventBus().<RoomNews>localConsumer(RoomAddress.frames(address));
        listening.put(address, consumer);
        consumer.handler(message -> note(address, watch, message.body()));
        vertx.eventBus()
                .<Situation>request(
                        RoomAddress.commands(address),
                        new RoomMessage.Recap(),
                        ByReference.DELIVERY)
                .onSuccess(reply -> begin(watch, reply.body()))
                .onFailure(gone -> forget(address));
    }

    /** What was told before anybody listened; every later news is told again in order. */
    private void begin(RoundWatch watch, Situation situation) {
        take(watch, new RoomNews.Gathered(situation.seats()));
        take(watch, new RoomNews.Happened(situation.facts()));
    }

    private void note(String address, RoundWatch watch, RoomNews news) {
        take(watch, news);
        if (news instanceof RoomNews.Closed) {
            forget(address);
        }
    }

    private void take(RoundWatch watch, RoomNews news) {
        watch.take(news, clock.instant()).ifPresent(this::hand);
    }

    /** What is refused is counted and logged where it is. */
    private void hand(RoundResult round) {
        var unused = results.add(round);
    }

    private void forget(String address) {
        MessageConsumer<RoomNews> consumer = listening.remove(address);
        if (consumer != null) {
            var unused = consumer.unregister();
        }
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}

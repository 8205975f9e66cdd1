package dev.apsis.feed;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.Situation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Writes one opening of a room up: the one place where its events get their numbers. A further
 * subscriber of the room's news, it ends with the room. Owned by whoever's context it was begun on.
 */
public final class Reporter {
    private static final int EPOCH_RADIX = 36;

    private final Vertx vertx;
    private final String room;
    private final LongSupplier millis;
    private final Narrator narrator;
    private final Chronicle chronicle;
    private final List<MessageConsumer<?>> listening = new ArrayList<>();

    /** The epoch is when it begins: no two openings of a room have the same. */
    public Reporter(Vertx vertx, String room, int ticksPerSecond, LongSupplier millis) {
        String epoch = Long.toString(millis.getAsLong(), EPOCH_RADIX);
        this.vertx = vertx;
        this.room = room;
        this.millis = millis;
        this.narrator = new Narrator(epoch, ticksPerSecond);
        this.chronicle = new Chronicle(epoch, 0, narrator.standing());
    }

    /** Listens first and asks then, so that nothing is missed. */
    public Future<?> begin() {
        var asked =
                vertx.eventBus()
                        .localConsumer(
                                FeedAddress.account(FeedAddress.room(room)),
                                question ->
                                        question.reply(chronicle.account(), ByReference.DELIVERY));
        var news =
                vertx.eventBus()
                        .<RoomNews>localConsumer(
                                RoomAddress.frames(room), message -> hear(message.body()));
        listening.addAll(List.of(asked, news));
        return Future.all(asked.completion(), news.completion()).compose(listening -> recap());
    }

    private Future<?> recap() {
        return vertx.eventBus()
                .<Situation>request(
                        RoomAddress.commands(room), new RoomMessage.Recap(), ByReference.DELIVERY)
                .onSuccess(
                        reply ->
                                tell(
                                        narrator.begin(reply.body(), millis.getAsLong()),
                                        /* last= */ false));
    }

    private void hear(RoomNews news) {
        if (news instanceof RoomNews.Captured) {
            return; // thirty a second, and nothing the feed may tell
        }
        boolean last = news instanceof RoomNews.Closed;
        tell(narrator.hear(news, millis.getAsLong()), last);
        if (last) {
            listening.forEach(MessageConsumer::unregister);
        }
    }

    private void tell(List<Event> events, boolean last) {
        var bulletin = new Bulletin(events, narrator.standing(), last);
        chronicle.add(bulletin);
        if (!events.isEmpty()) {
            vertx.eventBus().publish(FeedAddress.room(room), bulletin, ByReference.DELIVERY);
        }
    }
}

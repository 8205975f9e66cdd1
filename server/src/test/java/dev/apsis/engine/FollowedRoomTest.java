package dev.apsis.engine;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A room that ended because another one has its name by now. */
@ExtendWith(VertxExtension.class)
class FollowedRoomTest {
    private static final DeliveryOptions DELIVERY = ByReference.DELIVERY;

    @Test
    void whoComesTooLateIsToldToComeAgain(Vertx vertx) {
        vertx.eventBus().registerCodec(new ByReference());
        Promise<RoomNews.End> ended = Promise.promise();
        vertx.eventBus()
                .<RoomNews>localConsumer(
                        RoomAddress.frames("arena"),
                        news -> {
                            if (news.body() instanceof RoomNews.Closed(RoomNews.End end)) {
                                ended.tryComplete(end);
                            }
                        });
        var room = new Room(new Orbit(Arenas.lone(4, 60), 4, 42), RoomTiming.STANDARD);
        done(
                vertx.deployVerticle(
                        new RoomVerticle(
                                "arena", room, 42, RoomTiming.STANDARD, System::nanoTime)));
        vertx.eventBus().send(RoomAddress.commands("arena"), new RoomMessage.Move(), DELIVERY);
        assertEquals(RoomNews.End.MOVED, done(ended.future()));
        var join = new RoomMessage.Join("ann", new Pilot("ann", false), "");
        assertEquals(new Seating.Ending(), ask(vertx, join));
        assertEquals(new Seating.Ending(), ask(vertx, new RoomMessage.Watch("")));
    }

    private static Object ask(Vertx vertx, RoomMessage question) {
        return done(
                vertx.eventBus()
                        .request(RoomAddress.commands("arena"), question, DELIVERY)
                        .map(answer -> answer.body()));
    }
}

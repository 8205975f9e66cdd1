package dev.apsis.engine;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.apsis.engine.RoomNews.Gathered;
import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A room that answers so late that nobody waits for the answer any more. */
@ExtendWith(VertxExtension.class)
class UnheardSeatTest {
    /** What the room's clock waits for; nothing as a rule. */
    private final AtomicReference<CountDownLatch> stall =
            new AtomicReference<>(new CountDownLatch(0));

    private final Promise<Void> stalled = Promise.promise();

    private long nanos() {
        try {
            CountDownLatch latch = stall.get();
            if (latch.getCount() > 0) {
                stalled.tryComplete();
            }
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return System.nanoTime();
    }

    @Test
    void theSeatIsGivenBack(Vertx vertx) {
        vertx.eventBus().registerCodec(new ByReference());
        var room = new Room(new Orbit(Arenas.lone(4, 60), 4, 42), RoomTiming.STANDARD);
        Promise<Void> taken = Promise.promise();
        Promise<Void> free = Promise.promise();
        vertx.eventBus()
                .<RoomNews>localConsumer(
                        RoomAddress.frames("arena"),
                        news -> {
                            if (news.body() instanceof RoomNews.Relinked) {
                                taken.tryComplete();
                            } else if (news.body() instanceof Gathered now
                                    && now.seats().isEmpty()
                                    && taken.future().isComplete()) {
                                free.tryComplete();
                            }
                        });
        var verticle = new RoomVerticle("arena", room, 42, RoomTiming.STANDARD, this::nanos);
        done(vertx.deployVerticle(verticle));
        CountDownLatch latch = new CountDownLatch(1);
        stall.set(latch);
        try {
            assertEquals(ReplyFailure.TIMEOUT, failureOfJoin(vertx));
        } finally {
            latch.countDown();
        }
        done(taken.future());
        done(free.future());
    }

    private ReplyFailure failureOfJoin(Vertx vertx) {
        done(stalled.future());
        var join = new RoomMessage.Join("ann", new Pilot("ann", false), "");
        Future<Object> answer =
                vertx.eventBus()
                        .request(
                                RoomAddress.commands("arena"),
                                join,
                                new DeliveryOptions(ByReference.DELIVERY).setSendTimeout(300))
                        .map(reply -> reply.body());
        Throwable lost = done(answer.map(new Throwable()).recover(Future::succeededFuture));
        return assertInstanceOf(ReplyException.class, lost).failureType();
    }
}

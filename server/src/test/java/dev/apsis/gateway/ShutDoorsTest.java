package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.apsis.PilotClient;
import dev.apsis.engine.ByReference;
import dev.apsis.engine.Relief;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.measure.Buckets.Counted;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Who is let in by a room that has more to do than it can: real doors, and a clock that leaps. */
@ExtendWith(VertxExtension.class)
class ShutDoorsTest {
    private static final int CROWD = 32;

    /** So much time passes whenever the room looks at its clock: no tick is in time. */
    private static final long LEAP_NANOS = 20_000_000;

    private final AtomicBoolean strained = new AtomicBoolean();
    private final AtomicLong leaptNanos = new AtomicLong();
    private final Promise<Void> shut = Promise.promise();
    private final List<PilotClient> pilots = new ArrayList<>();
    private Vertx vertx;
    private int port;

    @BeforeEach
    void open(Vertx given) {
        vertx = given;
        SoleRoom.open(given, this::nanos);
        given.eventBus()
                .<RoomNews>localConsumer(
                        RoomAddress.frames(SoleRoom.NAME), news -> listen(news.body()));
        var gateway = new GatewayVerticle(SoleRoom.doors());
        done(given.deployVerticle(gateway));
        port = gateway.port();
    }

    @AfterEach
    void hangUp() {
        pilots.forEach(PilotClient::close);
    }

    private long nanos() {
        return System.nanoTime() + leaptNanos.addAndGet(strained.get() ? LEAP_NANOS : 0);
    }

    private void listen(RoomNews news) {
        if (news instanceof RoomNews.Relieving(Relief relief) && relief == Relief.DOORS) {
            shut.tryComplete();
        }
    }

    private PilotClient knock(ClientMessage.Hello hello) {
        PilotClient pilot = PilotClient.connect(vertx, port, SoleRoom.NAME);
        pilots.add(pilot);
        return pilot.say(hello);
    }

    private void strain() {
        var crowd = new RoomMessage.Watched(0, CROWD, 0, 0, 0, 0, Counted.NONE);
        vertx.eventBus().send(RoomAddress.commands(SoleRoom.NAME), crowd, ByReference.DELIVERY);
        strained.set(true);
        done(shut.future());
    }

    private void assertBusy(PilotClient stranger) {
        stranger.until(PilotClient::closed);
        assertEquals(Refusal.BUSY, stranger.refused().reason());
        assertEquals(4012, stranger.closeCode());
    }

    @Test
    void strangersAreSentAwayAndWhoHasASeatComesBackToIt() {
        PilotClient ann = knock(hello("ann", "")).until(PilotClient::flies);
        PilotClient bob = knock(hello("bob", "")).until(PilotClient::flies);
        strain();
        assertBusy(knock(hello("eve", "")));
        assertBusy(knock(hello("ann", "")));
        assertBusy(knock(hello("eve", "").watching()));
        PilotClient again = knock(hello("ann", ann.welcome().token()));
        again.until(PilotClient::welcomed);
        assertEquals(ann.welcome().seat(), again.welcome().seat());
        assertEquals(Refusal.REPLACED, ann.until(PilotClient::closed).refused().reason());
        assertFalse(bob.closed(), "who is here stays");
    }
}

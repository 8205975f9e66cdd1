package dev.apsis.engine;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.RoomNews.Captured;
import dev.apsis.engine.RoomNews.Closed;
import dev.apsis.engine.RoomNews.End;
import dev.apsis.engine.game.Pilot;
import dev.apsis.engine.game.Simulation;
import dev.apsis.log.Ear;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;
import dev.apsis.protocol.frame.Frame;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.function.Consumer;

/** A bug in one match ends its room, and no other: two rooms share an event loop here. */
class FailingRoomTest {
    private static final int LAST_TICK = 17;
    private static final long SEED = 42;

    private final Ear ear = new Ear(RoomVerticle.class);
    private final Promise<End> ended = Promise.promise();
    private final Promise<Void> wentOn = Promise.promise();
    private Vertx vertx;

    @BeforeEach
    void begin() {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        vertx.eventBus().registerCodec(new ByReference());
    }

    @AfterEach
    void end() {
        ear.close();
        done(vertx.close());
    }

    private static Orbit match() {
        return new Orbit(Arenas.lone(4, 60), 4, SEED);
    }

    private void open(String room, Simulation match) {
        var verticle =
                new RoomVerticle(
                        room,
                        new Room(match, RoomTiming.STANDARD),
                        SEED,
                        RoomTiming.STANDARD,
                        System::nanoTime);
        done(vertx.deployVerticle(verticle));
    }

    private void hear(String room, Consumer<RoomNews> listener) {
        var heard = vertx.eventBus().<RoomNews>localConsumer(RoomAddress.frames(room));
        heard.handler(news -> listener.accept(news.body()));
    }

    private <T> Future<T> ask(String room, RoomMessage question) {
        return vertx.eventBus()
                .<T>request(RoomAddress.commands(room), question, ByReference.DELIVERY)
                .map(answer -> answer.body());
    }

    private static RoomMessage.Join join(String name) {
        return new RoomMessage.Join(name, new Pilot(name, false), "");
    }

    /** Opens a room with a bug beside a sound one; returns when it has ended. */
    private void fail(Runnable bug) {
        hear("unsound", this::noteEnd);
        hear("sound", this::noteGoingOn);
        open("sound", match());
        open("unsound", new DoomedMatch(match(), LAST_TICK, bug));
        assertEquals(End.FAILED, done(ended.future()));
    }

    private void noteEnd(RoomNews news) {
        if (news instanceof Closed(End end)) {
            ended.tryComplete(end);
        }
    }

    private void noteGoingOn(RoomNews news) {
        boolean alone = ended.future().isComplete();
        if (alone && news instanceof Captured(Frame frame) && frame.tick() > 3 * LAST_TICK) {
            wentOn.tryComplete();
        }
    }

    private static void raise(String kind) {
        switch (kind) {
            case "exception" -> throw new IllegalStateException("planted");
            case "assertion" -> throw new AssertionError("planted");
            case "overflow" -> throw new StackOverflowError("planted");
            case "linkage" -> throw new NoClassDefFoundError("planted");
            default -> throw new InternalError("planted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "assertion", "overflow", "linkage", "machine"})
    void whateverItsMatchThrowsEndsThatRoomAloneAndTheLogSaysHowToRepeatIt(String kind) {
        fail(() -> raise(kind));
        String line = ear.next();
        assertTrue(line.startsWith("SEVERE: a room failed: this is a bug of ours"), line);
        assertTrue(line.contains(" room=unsound seed=42 tick=17 java.lang."), line);
        assertTrue(line.endsWith("planted"), line);
        done(wentOn.future());
        assertInstanceOf(Seating.Seated.class, done(ask("sound", join("ann"))));
    }

    @Test
    void nobodyIsLetInThereAnyMoreAndTheAnswerDoesNotTakeLong() {
        fail(() -> raise("exception"));
        Future<Throwable> refusal =
                ask("unsound", join("ann")).map(new Throwable()).recover(Future::succeededFuture);
        ReplyException failure = assertInstanceOf(ReplyException.class, done(refusal));
        assertEquals(ReplyFailure.RECIPIENT_FAILURE, failure.failureType());
    }
}

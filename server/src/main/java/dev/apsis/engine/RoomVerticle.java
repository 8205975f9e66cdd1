package dev.apsis.engine;

import dev.apsis.engine.RoomNews.End;
import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Fact.Phase;
import dev.apsis.log.Journal;
import dev.apsis.log.Tag;
import dev.apsis.protocol.frame.Frame;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Runs one room in real time on its own context: commands in by the event bus, frames out by it.
 *
 * <p>A failing tick is our bug: it ends this room, with its seed and tick in the log, and no other.
 */
public final class RoomVerticle extends VerticleBase {
    private static final Journal LOG = Journal.of(RoomVerticle.class);
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** So many seconds before it ends its people are told. */
    private static final Set<Integer> COUNTED_SECONDS =
            Set.of(1800, 600, 300, 60, 30, 10, 5, 4, 3, 2, 1);

    private final String id;
    private final Room room;
    private final long seed;
    private final RoomTiming timing;
    private final Pulse pulse;
    private final Herald herald;
    private Gauges.Shown shown = Gauges.Shown.NOTHING;
    private int viewers;
    private Relief relief = Relief.NONE;
    private final List<Message<RoomMessage>> drained = new ArrayList<>();
    private End end = End.DRAINED;
    private int endTick;
    private long timer;
    private boolean closed;

    /** It ended, and another room has its name, or will: whoever comes late finds that one. */
    private boolean followed;

    public RoomVerticle(String id, Room room, long seed, RoomTiming timing, LongSupplier nanos) {
        this.seed = seed;
        this.id = id;
        this.room = room;
        this.timing = timing;
        this.pulse = new Pulse(id, nanos, timing.ticksPerSecond(), beat(nanos.getAsLong()));
        this.herald = new Herald(room, this::tell);
    }

    private Beat beat(long startNanos) {
        return timing.waitsForBots()
                ? new Lockstep(startNanos, timing.ticksPerSecond(), new Bots())
                : new Ticker(startNanos, timing.ticksPerSecond());
    }

    @Override
    public Future<?> start() {
        var inbox =
                vertx.eventBus().<RoomMessage>localConsumer(RoomAddress.commands(id), this::take);
        sleepUntilDue();
        return inbox.completion();
    }

    @Override
    public Future<?> stop() {
        close(End.DESERTED);
        return Future.succeededFuture();
    }

    private void take(Message<RoomMessage> envelope) {
        if (!closed) {
            orClose(() -> answer(envelope, envelope.body()));
        } else if (followed && asksToComeIn(envelope.body())) {
            envelope.reply(new Seating.Ending(), ByReference.DELIVERY);
        } else {
            envelope.fail(0, "room " + id + " is closed");
        }
    }

    private static boolean asksToComeIn(RoomMessage message) {
        return message instanceof RoomMessage.Join || message instanceof RoomMessage.Watch;
    }

    private void answer(Message<RoomMessage> envelope, RoomMessage message) {
        switch (message) {
            case RoomMessage.Join join -> seat(envelope, join);
            case RoomMessage.Watch watch -> envelope.reply(admit(watch), ByReference.DELIVERY);
            case RoomMessage.Leave leave -> room.leave(leave);
            case RoomMessage.Orders orders -> room.order(orders, pulse.halfTicksLeft());
            case RoomMessage.Several several -> {
                several.messages().forEach(each -> answer(envelope, each));
                envelope.reply(null, ByReference.DELIVERY);
            }
            case RoomMessage.Recap recap ->
                    envelope.reply(herald.situation(relief), ByReference.DELIVERY);
            case RoomMessage.Amend amend -> room.amend(amend);
            case RoomMessage.Call call -> room.ballots().call(call).forEach(this::tell);
            case RoomMessage.Cast cast -> room.ballots().cast(cast).forEach(this::tell);
            case RoomMessage.Move move -> close(End.MOVED);
            case RoomMessage.Drain drain -> drain(envelope, drain);
            case RoomMessage.Measure measure -> envelope.reply(gauges(), ByReference.DELIVERY);
            case RoomMessage.Watched watched -> count(watched);
            case RoomMessage.Ask ask ->
                    envelope.reply(room.whereabouts(ask.session()), ByReference.DELIVERY);
        }
    }

    private Seating admit(RoomMessage.Watch watch) {
        if (!drained.isEmpty()) {
            return new Seating.Ending();
        }
        return relief.includes(Relief.DOORS) ? new Seating.Busy() : room.watch(watch);
    }

    private void count(RoomMessage.Watched watched) {
        viewers += watched.viewers();
        if (watched.tick() > 0) {
            int ticksAgo = room.tickNumber() - watched.tick();
            pulse.strain().noteShown(ticksAgo, timing.ticksPerFrame());
        }
        shown = shown.and(watched);
    }

    private Gauges gauges() {
        return new Gauges(
                room.tickNumber(),
                room.heads(viewers),
                pulse.gauge(),
                shown.withLate(room.lateCommands()),
                pulse.strain().gauge());
    }

    /**
     * Whoever got a seat says that the answer arrived. If nobody does the seat is given back: it
     * would be a ghost's.
     */
    private void seat(Message<RoomMessage> envelope, RoomMessage.Join join) {
        Seating seating = seat(join);
        if (seating instanceof Seating.Seated seated) {
            envelope.replyAndRequest(seated, ByReference.DELIVERY)
                    .onFailure(unheard -> orClose(() -> room.takeBack(seated)));
            tell(
                    room.drainYielded() == seated.seat()
                            ? new RoomNews.Yielded(seated.seat(), seated.link())
                            : new RoomNews.Relinked(seated.seat(), seated.link()));
            herald.tellPeople();
        } else {
            envelope.reply(seating, ByReference.DELIVERY);
        }
    }

    private Seating seat(RoomMessage.Join join) {
        boolean stranger = !room.seats(join.session());
        if (stranger && !drained.isEmpty()) {
            return new Seating.Ending();
        }
        return stranger && relief.includes(Relief.DOORS) ? new Seating.Busy() : room.join(join);
    }

    private void wake(long timerId) {
        orClose(() -> pulse.run(this::runTick));
        if (!closed) {
            sleepUntilDue();
        }
    }

    /**
     * Whatever fails in here is a bug of ours that ends this room; the log says how to repeat it.
     * So do errors of any kind, even one that can't be logged: a room that only stops is never
     * replaced.
     */
    private void orClose(Runnable work) {
        try {
            work.run();
        } catch (Throwable bug) {
            try {
                LOG.fail(
                        "a room failed: this is a bug of ours, please report it",
                        bug,
                        Tag.room(id),
                        new Tag("seed", seed),
                        new Tag("tick", room.tickNumber()));
            } finally {
                close(End.FAILED);
            }
        }
    }

    /** Whether more ticks may follow. */
    private boolean runTick() {
        Laps laps = pulse.laps();
        Frame frame = room.tick(laps);
        if (room.tickNumber() % timing.ticksPerSecond() == 0) {
            lookRound();
            laps.end(TickPhase.UPKEEP);
        }
        List<Fact> facts = herald.tell(frame);
        laps.end(TickPhase.TELL);
        if (!drained.isEmpty() && mayEnd(facts)) {
            close(end);
        }
        return !closed;
    }

    /**
     * What is done once a second, before the frame, so that what is told of it leaves with that.
     */
    private void lookRound() {
        room.unseatIdle().forEach(this::tell);
        room.ballots().judge().forEach(this::tell);
        herald.tellPeople();
        if (!drained.isEmpty()) {
            countDown((endTick - room.tickNumber()) / timing.ticksPerSecond());
        }
        Relief needed = pulse.strain().judge(viewers);
        if (needed != relief) {
            relief = needed;
            tell(new RoomNews.Relieving(needed));
        }
    }

    private void drain(Message<RoomMessage> asker, RoomMessage.Drain drain) {
        drained.add(asker);
        end = drain.why();
        endTick = room.tickNumber() + drain.seconds() * timing.ticksPerSecond();
        if (room.deserted()) {
            close(end);
        } else {
            tell(farewell(drain.seconds()));
        }
    }

    private void countDown(int seconds) {
        if (COUNTED_SECONDS.contains(seconds)) {
            tell(farewell(seconds));
        }
    }

    private RoomNews farewell(int seconds) {
        String words = "this room closes with the round, within %d s".formatted(seconds);
        return end == End.DRAINED
                ? new RoomNews.Ending(seconds)
                : new RoomNews.Said(RoomNews.Said.EVERYBODY, words);
    }

    private boolean mayEnd(List<Fact> facts) {
        return room.tickNumber() >= endTick
                || room.deserted()
                || facts.stream().anyMatch(RoomVerticle::endsRound);
    }

    private static boolean endsRound(Fact fact) {
        return fact instanceof Fact.Entered entered && entered.phase() == Phase.PODIUM;
    }

    private void sleepUntilDue() {
        long left = pulse.leftNanos();
        long millis = Math.max(1, (left + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
        timer = vertx.setTimer(millis, this::wake);
    }

    private void close(End end) {
        if (!closed) {
            closed = true;
            followed = end == End.MOVED || !drained.isEmpty();
            vertx.cancelTimer(timer);
            if (end != End.FAILED) {
                herald.tellFacts();
            }
            tell(new RoomNews.Closed(end));
            drained.forEach(asker -> asker.reply(null));
        }
    }

    private void tell(RoomNews news) {
        vertx.eventBus().publish(RoomAddress.frames(id), news, ByReference.DELIVERY);
    }

    /** Those a room waits for that is to wait; one that is about to end waits for nobody. */
    private final class Bots implements Lockstep.Company {
        @Override
        public boolean missing() {
            return drained.isEmpty() && !room.awaited().isEmpty();
        }

        /** Shows the frame again too: somebody may wait for the room because it missed that one. */
        @Override
        public void tell() {
            RoomVerticle.this.tell(new RoomNews.Awaiting(room.awaited()));
            Frame frame = room.lastFrame();
            if (frame != null) {
                RoomVerticle.this.tell(new RoomNews.Captured(frame));
            }
        }

        @Override
        public void giveUp() {
            room.giveUpAwaited();
        }
    }
}

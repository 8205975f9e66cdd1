package dev.apsis.app;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.Gauges;
import dev.apsis.engine.Matter;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.RoomNews.End;
import dev.apsis.engine.game.Fact;
import dev.apsis.gateway.LobbyMessage;
import dev.apsis.gateway.LobbyMessage.Reply;
import dev.apsis.gateway.LobbyNews;
import dev.apsis.gateway.RoomWish;
import dev.apsis.log.Journal;
import dev.apsis.log.Tag;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Owns the set of rooms: opens them as configured or on demand, closes those on demand that were
 * empty for a while and those whose hours are over, and begins their turns. Everybody else learns
 * of rooms from its news.
 */
final class Lobby extends VerticleBase {
    private static final Journal LOG = Journal.of(Lobby.class);
    private static final int NAME_BOUND = 10_000;

    /** How long an old room may wait for its round's end. */
    private static final int RENEWAL_SECONDS = 1800;

    /** How long a room may whose hours are over, or that is configured no more. */
    private static final int CLOSING_SECONDS = 600;

    /** How long a room that was replaced still answers: longer than any news needs. */
    private static final long FAREWELL_MILLIS = 10_000;

    private final Upkeep upkeep;
    private final long seed;
    private final Loops loops;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, OpenRoom> rooms = new TreeMap<>();
    private House house;
    private boolean draining;
    private int openings;

    /** The first room is played from the seed, which repeats it; all others by chance. */
    Lobby(House house, Upkeep upkeep, long seed, Loops loops) {
        this.house = house;
        this.upkeep = upkeep;
        this.seed = seed;
        this.loops = loops;
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().<LobbyMessage>localConsumer(LobbyMessage.ADDRESS, this::take);
        vertx.setPeriodic(upkeep.roundMillis(), timer -> lookRound());
        return settle();
    }

    /** From here on the rooms are to be others; may be said in any thread. */
    void amend(House other) {
        context.runOnContext(
                nothing -> {
                    house = other;
                    if (!draining) {
                        var unused = settle();
                    }
                });
    }

    private void take(Message<LobbyMessage> envelope) {
        switch (envelope.body()) {
            case LobbyMessage.Survey survey ->
                    envelope.reply(
                            new LobbyMessage.Rooms(
                                    rooms.values().stream().map(open -> open.venue).toList()),
                            ByReference.DELIVERY);
            case LobbyMessage.Drain(int seconds) ->
                    drain(seconds).onComplete(ended -> envelope.reply(null));
            case LobbyMessage.Begin(String room, boolean nextTurn) ->
                    begin(rooms.get(room), nextTurn)
                            .onSuccess(begun -> envelope.reply(null))
                            .onFailure(why -> envelope.fail(0, why.getMessage()));
            case LobbyMessage.Open(RoomWish wish) ->
                    grant(wish)
                            .onSuccess(reply -> envelope.reply(reply, ByReference.DELIVERY))
                            .onFailure(bug -> envelope.fail(0, bug.toString()));
        }
    }

    private Future<?> drain(int seconds) {
        draining = true;
        tell(new LobbyNews.Draining());
        return Future.join(
                rooms.values().stream().map(open -> end(open, seconds, End.DRAINED)).toList());
    }

    /** Ends a room with its round, or after so many seconds. */
    private Future<?> end(OpenRoom open, int seconds, End why) {
        DeliveryOptions patient =
                new DeliveryOptions(ByReference.DELIVERY).setSendTimeout((seconds + 5) * 1000L);
        open.ending = true;
        return vertx.eventBus()
                .request(
                        RoomAddress.commands(open.venue.address()),
                        new RoomMessage.Drain(seconds, why),
                        patient);
    }

    private Future<Reply> grant(RoomWish wish) {
        if (draining) {
            return declined("the server is about to restart: try again in a moment");
        }
        if (!bearable(wish)) {
            return declined("the server has all the rooms it may have: join one of them");
        }
        if (rooms.containsKey(wish.name()) || house.has(wish.name())) {
            return declined("there is a room of that name already");
        }
        String name = wish.name().isEmpty() ? freeName(wish.mode()) : wish.name();
        OpenRoom open = room(Plans.room(name, wish), 0, random.nextLong(), /* lasting= */ false);
        return open(open).map(opened -> new Reply.Opened(open.venue));
    }

    /** Counted as rooms are asked for, not as they open: nobody slips in between. */
    private boolean bearable(RoomWish wish) {
        int open = 0;
        int seats = wish.capacity();
        int bots = wish.bots();
        for (OpenRoom room : rooms.values()) {
            if (!room.lasting) {
                open++;
                seats += room.venue.capacity();
                bots += room.plan.crew().wanted();
            }
        }
        House.OnDemand most = house.onDemand();
        return open < most.rooms() && seats <= most.seats() && bots <= most.bots();
    }

    private static Future<Reply> declined(String why) {
        return Future.succeededFuture(new Reply.Declined(why));
    }

    private String freeName(String mode) {
        String name;
        do {
            name = mode + '-' + random.nextInt(NAME_BOUND);
        } while (rooms.containsKey(name) || house.has(name));
        return name;
    }

    private OpenRoom room(RoomPlan plan, int turn, long match, boolean lasting) {
        return new OpenRoom(plan, turn, match, lasting, ++openings);
    }

    /** Opens a room under its name, which another one may have had. */
    private Future<?> open(OpenRoom open) {
        rooms.put(open.name(), open);
        vertx.eventBus()
                .<RoomNews>localConsumer(RoomAddress.frames(open.venue.address()))
                .handler(message -> hear(open, message.body()));
        return opener().open(open)
                .onSuccess(opened -> welcome(open))
                .onFailure(
                        bug -> {
                            LOG.fail("room not opened", bug, Tag.room(open.name()));
                            close(open);
                        });
    }

    private void welcome(OpenRoom open) {
        var mode = new Tag("mode", open.venue.mode());
        LOG.tell("room opened", Tag.room(open.name()), match(open), mode);
        tell(new LobbyNews.Opened(open.venue));
    }

    /** A room has another one for each turn; both are open while everybody goes there. */
    private static Tag match(OpenRoom open) {
        return new Tag("match", open.venue.address());
    }

    /** Has the rooms be as configured: opens, amends and ends them. */
    private Future<?> settle() {
        LocalDateTime now = LocalDateTime.ofInstant(upkeep.clock().instant(), house.zone());
        for (OpenRoom open : List.copyOf(rooms.values())) {
            if (open.lasting && !open.ending && !open.deployment.isEmpty()) {
                house.plan(open.name(), now)
                        .ifPresentOrElse(plan -> follow(open, plan), () -> closeWithRound(open));
            }
        }
        List<Future<?>> opened = new ArrayList<>();
        for (RoomPlan plan : house.rooms()) {
            if (plan.isOpen(now) && !rooms.containsKey(plan.name())) {
                long match = openings == 0 ? seed : random.nextLong();
                opened.add(open(room(plan, 0, match, /* lasting= */ true)));
            }
        }
        return Future.all(opened);
    }

    private RoomOpener opener() {
        return new RoomOpener(vertx, loops);
    }

    private void follow(OpenRoom open, RoomPlan plan) {
        if (!plan.equals(open.plan)) {
            open.amend(plan);
            opener().amend(open);
            tell(new LobbyNews.Opened(open.venue));
        }
    }

    /** Who is there may play the round to its end; nobody finds the room any more. */
    private void closeWithRound(OpenRoom open) {
        tell(new LobbyNews.Closed(open.venue));
        end(open, CLOSING_SECONDS, End.DESERTED).onComplete(ended -> remove(open));
    }

    /** A round that has ended is followed by the next turn; so is one its people voted against. */
    private void hear(OpenRoom open, RoomNews news) {
        if (news instanceof RoomNews.Happened(List<Fact> facts)) {
            facts.forEach(fact -> hear(open, fact));
        } else if (news instanceof RoomNews.Decided(Matter matter)) {
            var unused = begin(open, matter == Matter.NEXT);
        }
    }

    private void hear(OpenRoom open, Fact fact) {
        if (fact instanceof Fact.Entered entered) {
            boolean over = open.podium && entered.phase() != Fact.Phase.PODIUM;
            open.podium = entered.phase() == Fact.Phase.PODIUM;
            boolean same = open.plan.turns().get(open.nextTurn()).equals(open.game);
            if (over && !same) {
                var unused = begin(open, /* nextTurn= */ true);
            }
        }
    }

    /** Opens the next turn, or the same one anew, under the room's name; everybody goes there. */
    private Future<?> begin(@Nullable OpenRoom old, boolean nextTurn) {
        if (draining || old == null || old.ending || rooms.get(old.name()) != old) {
            return Future.failedFuture("there is no such room, or it is about to end");
        }
        int turn = nextTurn ? old.nextTurn() : old.sameTurn();
        return open(room(old.plan, turn, random.nextLong(), old.lasting))
                .onSuccess(
                        opened -> {
                            send(old, new RoomMessage.Move());
                            vertx.setTimer(FAREWELL_MILLIS, timer -> remove(old));
                        });
    }

    private void lookRound() {
        if (!draining) {
            var unused = settle();
            List.copyOf(rooms.values()).stream()
                    .filter(open -> !open.deployment.isEmpty())
                    .forEach(this::look);
        }
    }

    private void look(OpenRoom open) {
        vertx.eventBus()
                .<Gauges>request(
                        RoomAddress.commands(open.venue.address()),
                        new RoomMessage.Measure(),
                        ByReference.DELIVERY)
                .onSuccess(reply -> note(open, reply.body()))
                .onFailure(failed -> replace(open));
    }

    private void note(OpenRoom open, Gauges gauges) {
        open.emptyRounds = gauges.heads().empty() ? open.emptyRounds + 1 : 0;
        if (!open.lasting && open.emptyRounds >= upkeep.emptyRounds()) {
            close(open);
        } else if (gauges.tick() >= upkeep.lastTick() && !open.ending) {
            end(open, RENEWAL_SECONDS, End.DRAINED).onComplete(ended -> replace(open));
        } else if (open.emptyRounds > 0 && !open.isPlanned()) {
            var unused = begin(open, /* nextTurn= */ true);
        }
    }

    /**
     * A room that ended is closed; one of the configuration is opened anew, as another match. The
     * old one stays until all gateways have heard of the new one: it tells who still asks it to
     * connect again.
     */
    private void replace(OpenRoom failed) {
        if (failed.deployment.isEmpty() || rooms.get(failed.name()) != failed) {
            return; // it is being closed, or was replaced, already
        }
        if (failed.lasting && !draining) {
            int turn = failed.sameTurn();
            var unused = open(room(failed.plan, turn, random.nextLong(), /* lasting= */ true));
            vertx.setTimer(FAREWELL_MILLIS, timer -> remove(failed));
        } else {
            close(failed);
        }
    }

    private void close(OpenRoom open) {
        tell(new LobbyNews.Closed(open.venue));
        remove(open);
    }

    /** Its name is free once nothing of it is left. */
    private void remove(OpenRoom open) {
        String deployment = open.deployment;
        open.deployment = "";
        Future<?> undeployed =
                deployment.isEmpty() ? Future.succeededFuture() : vertx.undeploy(deployment);
        if (!deployment.isEmpty()) {
            LOG.tell("room closed", Tag.room(open.name()), match(open));
        }
        undeployed.onComplete(gone -> rooms.remove(open.name(), open));
    }

    private void send(OpenRoom open, RoomMessage message) {
        String room = RoomAddress.commands(open.venue.address());
        vertx.eventBus().send(room, message, ByReference.DELIVERY);
    }

    private void tell(LobbyNews news) {
        vertx.eventBus().publish(LobbyNews.ADDRESS, news, ByReference.DELIVERY);
    }
}

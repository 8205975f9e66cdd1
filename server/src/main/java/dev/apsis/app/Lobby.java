package dev.apsis.app;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.Room;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.RoomVerticle;
import dev.apsis.gateway.LobbyMessage;
import dev.apsis.gateway.LobbyMessage.Reply;
import dev.apsis.gateway.LobbyNews;
import dev.apsis.gateway.RoomWish;
import dev.apsis.gateway.Venue;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.bot.Crew;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Owns the set of rooms: opens them as configured or on demand, and closes those on demand that
 * were empty for a while. Everybody else learns of rooms from its news.
 */
final class Lobby extends VerticleBase {
    /** Beyond this many rooms on demand a wish is declined. */
    static final int MAX_ON_DEMAND = 32;

    /** Beyond so many seats, or house bots, in all rooms on demand too. */
    static final int MAX_SEATS_ON_DEMAND = 3000;

    static final int MAX_BOTS_ON_DEMAND = 300;

    private static final long ROUND_MILLIS = 5_000;
    private static final int EMPTY_ROUNDS = 12;
    private static final int NAME_BOUND = 10_000;

    private final RoomTiming timing = RoomTiming.STANDARD;
    private final SecureRandom random = new SecureRandom();
    private final List<Opening> configured;
    private final Map<String, OpenRoom> rooms = new TreeMap<>();
    private boolean draining;

    /** A room to open; the seed says which match it will be. */
    record Opening(String name, RoomWish wish, GameSettings settings, long seed) {}

    /** A room that is open, or about to be. Owned by the lobby. */
    private static final class OpenRoom {
        final Opening opening;
        final Venue venue;

        /** Of the configuration: it stays open, and is opened again if it fails. */
        final boolean lasting;

        /** How to close it; empty until it is open. */
        String deployment = "";

        /** How many times in a row nobody was found there. */
        int emptyRounds;

        OpenRoom(Opening opening, Venue venue, boolean lasting) {
            this.opening = opening;
            this.venue = venue;
            this.lasting = lasting;
        }
    }

    Lobby(List<Opening> configured) {
        this.configured = List.copyOf(configured);
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().<LobbyMessage>localConsumer(LobbyMessage.ADDRESS, this::take);
        vertx.setPeriodic(ROUND_MILLIS, timer -> lookRound());
        List<Future<Venue>> openings = new ArrayList<>();
        configured.forEach(opening -> openings.add(open(opening, /* lasting= */ true)));
        return Future.all(openings);
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
            case LobbyMessage.Open(RoomWish wish) ->
                    grant(wish)
                            .onSuccess(reply -> envelope.reply(reply, ByReference.DELIVERY))
                            .onFailure(bug -> envelope.fail(0, bug.toString()));
        }
    }

    private Future<?> drain(int seconds) {
        draining = true;
        DeliveryOptions patient =
                new DeliveryOptions(ByReference.DELIVERY).setSendTimeout((seconds + 5) * 1000L);
        List<Future<?>> ends = new ArrayList<>();
        for (String room : rooms.keySet()) {
            var drain = new RoomMessage.Drain(seconds);
            ends.add(vertx.eventBus().request(RoomAddress.commands(room), drain, patient));
        }
        return Future.join(ends);
    }

    private Future<Reply> grant(RoomWish wish) {
        if (draining) {
            return declined("the server is about to restart: try again in a moment");
        }
        if (!bearable(wish)) {
            return declined("the server has all the rooms it may have: join one of them");
        }
        if (rooms.containsKey(wish.name())) {
            return declined("there is a room of that name already");
        }
        String name = wish.name().isEmpty() ? freeName(wish.mode()) : wish.name();
        GameSettings.Game mode = GameSettings.Game.valueOf(wish.mode().toUpperCase(Locale.ROOT));
        GameSettings settings =
                GameSettings.of(mode, wish.teams(), wish.capacity(), timing.ticksPerSecond());
        return open(new Opening(name, wish, settings, random.nextLong()), /* lasting= */ false)
                .map(Reply.Opened::new);
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
                bots += room.opening.wish().bots();
            }
        }
        return open < MAX_ON_DEMAND && seats <= MAX_SEATS_ON_DEMAND && bots <= MAX_BOTS_ON_DEMAND;
    }

    private static Future<Reply> declined(String why) {
        return Future.succeededFuture(new Reply.Declined(why));
    }

    private String freeName(String mode) {
        String name;
        do {
            name = mode + '-' + random.nextInt(NAME_BOUND);
        } while (rooms.containsKey(name));
        return name;
    }

    private Future<Venue> open(Opening opening, boolean lasting) {
        var orbit = new Orbit(opening.settings(), opening.seed());
        var room = new Room(orbit, timing, opening.wish().password());
        var open = new OpenRoom(opening, venue(opening), lasting);
        rooms.put(opening.name(), open);
        var verticle =
                new RoomVerticle(opening.name(), room, opening.seed(), timing, System::nanoTime);
        return vertx.deployVerticle(verticle)
                .onSuccess(deployed -> open.deployment = deployed)
                .compose(deployed -> crew(opening))
                .onSuccess(crewed -> tell(new LobbyNews.Opened(open.venue)))
                .onFailure(bug -> close(open))
                .map(crewed -> open.venue);
    }

    private Venue venue(Opening opening) {
        return new Venue(
                opening.name(),
                opening.settings().mode().word(),
                opening.settings().capacity(),
                !opening.wish().password().isEmpty(),
                opening.wish().listed(),
                opening.wish().chat(),
                timing,
                opening.settings().arena());
    }

    /** House bots leave by themselves when their room closes. */
    private Future<String> crew(Opening opening) {
        int bots = Math.min(opening.wish().bots(), opening.settings().capacity());
        if (bots <= 0) {
            return Future.succeededFuture("");
        }
        var crew =
                new Crew(opening.settings().arena(), opening.settings().capacity(), opening.seed());
        return vertx.deployVerticle(
                new HouseBots(opening.name(), bots, timing.ticksPerFrame(), crew));
    }

    private void lookRound() {
        if (!draining) {
            List.copyOf(rooms.values()).stream()
                    .filter(open -> !open.deployment.isEmpty())
                    .forEach(this::look);
        }
    }

    private void look(OpenRoom open) {
        vertx.eventBus()
                .<RoomNews.Gathered>request(
                        RoomAddress.commands(open.opening.name()),
                        new RoomMessage.Census(),
                        ByReference.DELIVERY)
                .onSuccess(reply -> note(open, reply.body().seats()))
                .onFailure(failed -> replace(open));
    }

    private void note(OpenRoom open, List<RoomNews.Seat> seats) {
        boolean empty = seats.stream().allMatch(RoomNews.Seat::house);
        open.emptyRounds = empty ? open.emptyRounds + 1 : 0;
        if (!open.lasting && open.emptyRounds >= EMPTY_ROUNDS) {
            close(open);
        }
    }

    /** A room that failed is closed; one of the configuration is opened anew, as another match. */
    private void replace(OpenRoom failed) {
        Opening was = failed.opening;
        Future<?> closed = close(failed);
        if (failed.lasting && !draining) {
            closed.onSuccess(
                    gone ->
                            open(
                                    new Opening(
                                            was.name(),
                                            was.wish(),
                                            was.settings(),
                                            random.nextLong()),
                                    /* lasting= */ true));
        }
    }

    /** Its name is free once nothing of it is left. */
    private Future<?> close(OpenRoom open) {
        String room = open.opening.name();
        String deployment = open.deployment;
        open.deployment = "";
        tell(new LobbyNews.Closed(room));
        Future<?> undeployed =
                deployment.isEmpty() ? Future.succeededFuture() : vertx.undeploy(deployment);
        return undeployed.otherwiseEmpty().onSuccess(gone -> rooms.remove(room, open));
    }

    private void tell(LobbyNews news) {
        vertx.eventBus().publish(LobbyNews.ADDRESS, news, ByReference.DELIVERY);
    }
}

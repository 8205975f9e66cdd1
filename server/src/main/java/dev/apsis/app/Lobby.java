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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Owns the set of rooms: opens them as configured or on demand, and closes those on demand that
 * were empty for a while. Everybody else learns of rooms from its news.
 */
final class Lobby extends VerticleBase {
    /** Beyond this many rooms on demand a wish is declined. */
    static final int MAX_ON_DEMAND = 32;

    private static final long ROUND_MILLIS = 5_000;
    private static final int EMPTY_ROUNDS = 12;
    private static final int NAME_BOUND = 10_000;

    private final RoomTiming timing = RoomTiming.STANDARD;
    private final SecureRandom random = new SecureRandom();
    private final List<Opening> configured;
    private final Map<String, Venue> venues = new HashMap<>();
    private final Map<String, OnDemand> onDemand = new HashMap<>();
    private boolean draining;

    /** A room of the configuration, which stays open. */
    record Opening(String name, RoomWish wish, GameSettings settings, long seed) {}

    /** A room somebody wished for: how to close it, and for how many rounds nobody was there. */
    private record OnDemand(String deployment, int emptyRounds) {}

    Lobby(List<Opening> configured) {
        this.configured = List.copyOf(configured);
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().<LobbyMessage>localConsumer(LobbyMessage.ADDRESS, this::take);
        vertx.setPeriodic(ROUND_MILLIS, timer -> lookRound());
        List<Future<Venue>> openings = new ArrayList<>();
        configured.forEach(opening -> openings.add(open(opening).map(Map.Entry::getKey)));
        return Future.all(openings);
    }

    private void take(Message<LobbyMessage> envelope) {
        switch (envelope.body()) {
            case LobbyMessage.Survey survey ->
                    envelope.reply(
                            new LobbyMessage.Rooms(List.copyOf(venues.values())),
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
        for (String room : venues.keySet()) {
            var drain = new RoomMessage.Drain(seconds);
            ends.add(vertx.eventBus().request(RoomAddress.commands(room), drain, patient));
        }
        return Future.join(ends);
    }

    private Future<Reply> grant(RoomWish wish) {
        if (draining) {
            return declined("the server is about to restart: try again in a moment");
        }
        if (onDemand.size() >= MAX_ON_DEMAND) {
            return declined("the server has all the rooms it may have: join one of them");
        }
        if (venues.containsKey(wish.name())) {
            return declined("there is a room of that name already");
        }
        String name = wish.name().isEmpty() ? freeName(wish.mode()) : wish.name();
        GameSettings.Game mode = GameSettings.Game.valueOf(wish.mode().toUpperCase(Locale.ROOT));
        GameSettings settings = GameSettings.of(mode, 2, wish.capacity(), timing.ticksPerSecond());
        return open(new Opening(name, wish, settings, random.nextLong()))
                .map(
                        opened -> {
                            onDemand.put(name, new OnDemand(opened.getValue(), 0));
                            return new Reply.Opened(opened.getKey());
                        });
    }

    private static Future<Reply> declined(String why) {
        return Future.succeededFuture(new Reply.Declined(why));
    }

    private String freeName(String mode) {
        String name;
        do {
            name = mode + '-' + random.nextInt(NAME_BOUND);
        } while (venues.containsKey(name));
        return name;
    }

    private Future<Map.Entry<Venue, String>> open(Opening opening) {
        var orbit = new Orbit(opening.settings(), opening.seed());
        var room = new Room(orbit, timing, opening.wish().password());
        var venue =
                new Venue(
                        opening.name(),
                        opening.settings().mode().word(),
                        opening.settings().capacity(),
                        !opening.wish().password().isEmpty(),
                        opening.wish().listed(),
                        timing,
                        opening.settings().arena());
        venues.put(opening.name(), venue);
        return vertx.deployVerticle(
                        new RoomVerticle(opening.name(), room, timing, System::nanoTime))
                .onSuccess(deployed -> tell(new LobbyNews.Opened(venue)))
                .compose(deployed -> crew(opening).map(crewed -> Map.entry(venue, deployed)));
    }

    /** House bots leave by themselves when their room closes. */
    private Future<String> crew(Opening opening) {
        int bots = Math.min(opening.wish().bots(), opening.settings().capacity() - 1);
        if (bots <= 0) {
            return Future.succeededFuture("");
        }
        var crew =
                new Crew(opening.settings().arena(), opening.settings().capacity(), opening.seed());
        return vertx.deployVerticle(
                new HouseBots(opening.name(), bots, timing.ticksPerFrame(), crew));
    }

    private void lookRound() {
        List.copyOf(onDemand.keySet()).forEach(this::look);
    }

    private void look(String room) {
        vertx.eventBus()
                .<RoomNews.Gathered>request(
                        RoomAddress.commands(room), new RoomMessage.Census(), ByReference.DELIVERY)
                .onSuccess(
                        reply ->
                                note(
                                        room,
                                        reply.body().seats().stream()
                                                .allMatch(RoomNews.Seat::house)))
                .onFailure(gone -> close(room));
    }

    private void note(String room, boolean empty) {
        OnDemand before = onDemand.get(room);
        if (before == null) {
            return;
        }
        int rounds = empty ? before.emptyRounds() + 1 : 0;
        onDemand.put(room, new OnDemand(before.deployment(), rounds));
        if (rounds >= EMPTY_ROUNDS) {
            close(room);
        }
    }

    private void close(String room) {
        OnDemand closing = onDemand.remove(room);
        venues.remove(room);
        if (closing != null) {
            tell(new LobbyNews.Closed(room));
            vertx.undeploy(closing.deployment());
        }
    }

    private void tell(LobbyNews news) {
        vertx.eventBus().publish(LobbyNews.ADDRESS, news, ByReference.DELIVERY);
    }
}

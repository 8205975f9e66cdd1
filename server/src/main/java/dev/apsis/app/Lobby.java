package dev.apsis.app;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.EntryRules;
import dev.apsis.engine.Gauges;
import dev.apsis.engine.Room;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
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

import org.jspecify.annotations.Nullable;

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

    private static final int NAME_BOUND = 10_000;

    /** How long an old room may wait for its round's end. */
    private static final int RENEWAL_SECONDS = 1800;

    /** How long a room that was replaced still answers: longer than any news needs. */
    private static final long FAREWELL_MILLIS = 10_000;

    private final RoomTiming timing;
    private final Upkeep upkeep;
    private final SecureRandom random = new SecureRandom();
    private final List<Opening> configured;
    private final Map<String, OpenRoom> rooms = new TreeMap<>();
    private boolean draining;
    private int openings;

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

        /** It was asked to end. */
        boolean ending;

        OpenRoom(Opening opening, Venue venue, boolean lasting) {
            this.opening = opening;
            this.venue = venue;
            this.lasting = lasting;
        }
    }

    Lobby(List<Opening> configured, RoomTiming timing, Upkeep upkeep) {
        this.configured = List.copyOf(configured);
        this.timing = timing;
        this.upkeep = upkeep;
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().<LobbyMessage>localConsumer(LobbyMessage.ADDRESS, this::take);
        vertx.setPeriodic(upkeep.roundMillis(), timer -> lookRound());
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
            case LobbyMessage.Restart(String name, int seconds) ->
                    restart(envelope, rooms.get(name), seconds);
            case LobbyMessage.Open(RoomWish wish) ->
                    grant(wish)
                            .onSuccess(reply -> envelope.reply(reply, ByReference.DELIVERY))
                            .onFailure(bug -> envelope.fail(0, bug.toString()));
        }
    }

    private Future<?> drain(int seconds) {
        draining = true;
        tell(new LobbyNews.Draining());
        return Future.join(rooms.values().stream().map(open -> end(open, seconds)).toList());
    }

    private void restart(Message<?> envelope, @Nullable OpenRoom open, int seconds) {
        if (open == null || open.ending || draining) {
            envelope.fail(0, "there is no room of that name, or it is ending already");
        } else {
            end(open, seconds).onComplete(ended -> replace(open));
            envelope.reply(null);
        }
    }

    /** Ends a room with its round, or after so many seconds. */
    private Future<?> end(OpenRoom open, int seconds) {
        DeliveryOptions patient =
                new DeliveryOptions(ByReference.DELIVERY).setSendTimeout((seconds + 5) * 1000L);
        open.ending = true;
        return vertx.eventBus()
                .request(
                        RoomAddress.commands(open.venue.address()),
                        new RoomMessage.Drain(seconds),
                        patient);
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
        RoomTiming pace = timing.waitingForBots(opening.wish().waitsForBots());
        var room = new Room(orbit, pace, entry(opening.wish()));
        var open = new OpenRoom(opening, venue(opening), lasting);
        rooms.put(opening.name(), open);
        var verticle =
                new RoomVerticle(
                        open.venue.address(), room, opening.seed(), pace, System::nanoTime);
        return vertx.deployVerticle(verticle)
                .onSuccess(deployed -> open.deployment = deployed)
                .compose(deployed -> crew(opening, open.venue))
                .onSuccess(crewed -> tell(new LobbyNews.Opened(open.venue)))
                .onFailure(bug -> close(open))
                .map(crewed -> open.venue);
    }

    private static EntryRules entry(RoomWish wish) {
        return new EntryRules(wish.password(), wish.botPolicy());
    }

    private Venue venue(Opening opening) {
        return new Venue(
                opening.name(),
                opening.name() + '.' + ++openings,
                opening.settings().mode().word(),
                opening.settings().capacity(),
                !opening.wish().password().isEmpty(),
                opening.wish().listed(),
                opening.wish().chat(),
                opening.wish().botPolicy(),
                timing.waitingForBots(opening.wish().waitsForBots()),
                opening.settings().arena());
    }

    /** House bots leave by themselves when their room closes. */
    private Future<String> crew(Opening opening, Venue venue) {
        int bots = Math.min(opening.wish().bots(), opening.settings().capacity());
        if (bots <= 0) {
            return Future.succeededFuture("");
        }
        var crew =
                new Crew(opening.settings().arena(), opening.settings().capacity(), opening.seed());
        return vertx.deployVerticle(
                new HouseBots(venue.address(), bots, timing.ticksPerFrame(), crew));
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
                .<Gauges>request(
                        RoomAddress.commands(open.venue.address()),
                        new RoomMessage.Measure(),
                        ByReference.DELIVERY)
                .onSuccess(reply -> note(open, reply.body()))
                .onFailure(failed -> replace(open));
    }

    private void note(OpenRoom open, Gauges gauges) {
        open.emptyRounds = gauges.heads().people() == 0 ? open.emptyRounds + 1 : 0;
        if (!open.lasting && open.emptyRounds >= upkeep.emptyRounds()) {
            close(open);
        } else if (gauges.tick() >= upkeep.lastTick() && !open.ending) {
            end(open, RENEWAL_SECONDS).onComplete(ended -> replace(open));
        }
    }

    /**
     * A room that ended is closed; one of the configuration is opened anew, as another match. The
     * old one stays until all gateways have heard of the new one: it tells who still asks it to
     * connect again.
     */
    private void replace(OpenRoom failed) {
        if (failed.deployment.isEmpty() || rooms.get(failed.opening.name()) != failed) {
            return; // it is being closed, or was replaced, already
        }
        if (failed.lasting && !draining) {
            Opening was = failed.opening;
            var again = new Opening(was.name(), was.wish(), was.settings(), random.nextLong());
            var unused = open(again, /* lasting= */ true);
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
    private Future<?> remove(OpenRoom open) {
        String deployment = open.deployment;
        open.deployment = "";
        Future<?> undeployed =
                deployment.isEmpty() ? Future.succeededFuture() : vertx.undeploy(deployment);
        return undeployed
                .otherwiseEmpty()
                .onSuccess(gone -> rooms.remove(open.opening.name(), open));
    }

    private void tell(LobbyNews news) {
        vertx.eventBus().publish(LobbyNews.ADDRESS, news, ByReference.DELIVERY);
    }
}

package dev.apsis.gateway;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.Gauges;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.log.Journal;
import dev.apsis.log.Tag;
import dev.apsis.measure.Buckets.Counted;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Who is connected at one gateway, what it counted, and what those who look after the server may
 * have it do. Owned by the gateway's event loop; asked from elsewhere by {@link Posts}.
 */
public final class Post {
    private static final Journal LOG = Journal.of(Post.class);
    private static final DeliveryOptions SOON =
            new DeliveryOptions(ByReference.DELIVERY).setSendTimeout(2000);

    private final Vertx vertx;
    private final Venues venues;
    private final LoopLag lag;
    private final Map<Long, Presence> present = new LinkedHashMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private long connections;

    /** What one gateway counted from its beginning, and how late its loop has been of late. */
    public record Counts(
            int connected,
            long connections,
            Map<String, Long> refusals,
            Counted lag,
            long worstLagNanos) {
        public Counts {
            refusals = Map.copyOf(refusals);
        }
    }

    /** One connection and where it comes from. */
    private record Presence(String address, Connection connection) {}

    Post(Vertx vertx, Venues venues, LongSupplier nanos) {
        this.vertx = vertx;
        this.venues = venues;
        this.lag = new LoopLag(nanos);
    }

    /** From here on it measures its loop. */
    void begin() {
        vertx.setPeriodic(LoopLag.LOOK_MILLIS, timer -> lag.look());
    }

    void enter(long id, String address, Connection connection) {
        connections++;
        present.put(id, new Presence(address, connection));
    }

    /** Somebody got a seat, or watches. */
    void admitted(long id) {
        Presence who = present.get(id);
        if (who != null) {
            who.connection().guest(id, who.address()).ifPresent(guest -> tell("joined", guest));
        }
    }

    /** Whoever was let in is told of; it is heard before its connection ends. */
    void leave(long id) {
        Presence who = present.remove(id);
        if (who != null) {
            who.connection().guest(id, who.address()).ifPresent(guest -> tell("left", guest));
        }
    }

    private static void tell(String what, Guest guest) {
        LOG.tell(
                what,
                Tag.room(guest.room()),
                Tag.session(guest.mark()),
                Tag.player(guest.name()),
                new Tag("seat", guest.seat().number()),
                Tag.address(guest.address()));
    }

    /** Somebody was turned away, or sent away. */
    void refused(Refusal why) {
        refused(why.word());
    }

    /** Somebody was turned away before there was a socket to say it by. */
    void refused(String why) {
        refusals.merge(why, 1L, Long::sum);
    }

    public Counts counts() {
        return new Counts(present.size(), connections, refusals, lag.counted(), lag.worstNanos());
    }

    /** Everybody who was let in here. */
    public List<Guest> guests() {
        return present.entrySet().stream()
                .flatMap(
                        each ->
                                each
                                        .getValue()
                                        .connection()
                                        .guest(each.getKey(), each.getValue().address())
                                        .stream())
                .toList();
    }

    /** Sends somebody away, with words that say why; false if they are not here. */
    public boolean dismiss(long id, Refusal reason, String words) {
        Presence who = present.get(id);
        if (who != null) {
            who.connection().dismiss(reason, words);
        }
        return who != null;
    }

    /** Sends away whoever is here and may not be, by what the sentry says; how many they were. */
    public int dismissBarred(Sentry sentry) {
        int dismissed = 0;
        for (Presence who : List.copyOf(present.values())) {
            String words = sentry.bars(who.address()).orElse("");
            if (!words.isEmpty()) {
                who.connection().dismiss(Refusal.BANNED, words);
                dismissed++;
            }
        }
        return dismissed;
    }

    /** Says a line to everybody in a room, or in all of them; how many heard it. */
    public int announce(@Nullable String room, String words) {
        int heard = 0;
        for (Presence who : present.values()) {
            heard += who.connection().announce(room, words) ? 1 : 0;
        }
        return heard;
    }

    /** The rooms this gateway knows of. */
    public Collection<Venue> venues() {
        return venues.all();
    }

    /** Whether the server is about to end. */
    public boolean draining() {
        return venues.draining();
    }

    /** How a room does; fails if it does not answer soon. */
    public Future<Gauges> measure(Venue venue) {
        return ask(venue, new RoomMessage.Measure());
    }

    /** What a room answers; fails if it does not answer soon. */
    <T> Future<T> ask(Venue venue, RoomMessage question) {
        return vertx.eventBus()
                .<T>request(RoomAddress.commands(venue.address()), question, SOON)
                .map(Message::body);
    }
}

package dev.apsis.gateway;

import dev.apsis.engine.ByReference;
import dev.apsis.feed.Bulletin;
import dev.apsis.feed.Chronicle;
import dev.apsis.feed.Event;
import dev.apsis.feed.FeedAddress;
import dev.apsis.feed.Standing;
import dev.apsis.store.Surpassed;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Owns what each session is told of its own: a friend has joined a room, an account's record is
 * beaten, the server is about to end. Reads the feeds of all rooms that everybody may read. Runs on
 * a context of its own.
 */
public final class Notifier extends VerticleBase {
    static final String ADDRESS = "notifier";

    /** Where records are told that are beaten. */
    public static final String SURPASSED = "notifier.surpassed";

    /** The names one may ask to hear of. */
    static final int MAX_FRIENDS = 64;

    /** Beyond so many the one that asked longest ago is forgotten, and its feed ends. */
    private static final int MAX_SESSIONS = 5000;

    private static final int KEPT = 64;
    private static final int EPOCH_RADIX = 36;

    private final LongSupplier millis;
    private final Map<String, Mailbox> bySession = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, MessageConsumer<Bulletin>> rooms = new HashMap<>();

    public Notifier(LongSupplier millis) {
        this.millis = millis;
    }

    /** A session wants to hear of its friends, by name; answered, with nothing, when it will. */
    record Wish(String session, Set<String> friends) {
        Wish {
            friends =
                    friends.stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toUnmodifiableSet());
        }
    }

    @Override
    public Future<?> start() {
        vertx.eventBus().<Wish>localConsumer(ADDRESS, this::take);
        vertx.eventBus().<Surpassed>localConsumer(SURPASSED, news -> tell(news.body()));
        return LobbyNews.follow(vertx, this::take);
    }

    private void take(Message<Wish> envelope) {
        Wish wish = envelope.body();
        Mailbox box = bySession.computeIfAbsent(wish.session(), Mailbox::new);
        box.friends = wish.friends();
        if (bySession.size() > MAX_SESSIONS) {
            String eldest = bySession.keySet().iterator().next();
            Mailbox forgotten = bySession.remove(eldest);
            if (forgotten != null) {
                forgotten.close();
            }
        }
        envelope.reply(null);
    }

    private void take(LobbyNews news) {
        switch (news) {
            case LobbyNews.Opened(Venue venue) -> follow(venue);
            case LobbyNews.Closed(Venue venue) -> unfollow(venue.address());
            case LobbyNews.Draining nothing -> tellAll("ending", new JsonObject());
        }
    }

    /** What a locked or unlisted room tells is nobody's business. */
    private void follow(Venue venue) {
        if (!venue.listed() || venue.locked()) {
            unfollow(venue.address());
        } else {
            rooms.computeIfAbsent(
                    venue.address(),
                    address ->
                            vertx.eventBus()
                                    .localConsumer(
                                            FeedAddress.room(address),
                                            news -> hear(venue, news.body())));
        }
    }

    private void unfollow(String address) {
        MessageConsumer<Bulletin> reading = rooms.remove(address);
        if (reading != null) {
            var unused = reading.unregister();
        }
    }

    private void hear(Venue venue, Bulletin bulletin) {
        if (bulletin.last()) {
            unfollow(venue.address());
        }
        for (Event event : bulletin.events()) {
            if (event.kind().equals("joined")) {
                String name = new JsonObject(event.json()).getString("name");
                String known = name.toLowerCase(Locale.ROOT);
                var joined = new JsonObject().put("name", name).put("room", venue.room());
                List.copyOf(bySession.values()).stream()
                        .filter(box -> box.friends.contains(known))
                        .forEach(box -> box.tell("friend", joined));
            }
        }
    }

    /** Every session that signed in as the one who held it. */
    private void tell(Surpassed beaten) {
        var record =
                new JsonObject()
                        .put("mode", beaten.mode())
                        .put("yours", beaten.heldScore())
                        .put("name", beaten.by())
                        .put("score", beaten.score());
        List.copyOf(bySession.entrySet()).stream()
                .filter(each -> isOf(beaten.account(), each.getKey()))
                .forEach(each -> each.getValue().tell("record", record));
    }

    private static boolean isOf(long account, String session) {
        return Badge.read(session).filter(badge -> badge.account() == account).isPresent();
    }

    private void tellAll(String kind, JsonObject fields) {
        new ArrayList<>(bySession.values()).forEach(box -> box.tell(kind, fields));
    }

    /** What one session is told, kept for when it comes back. Owned by the notifier. */
    private final class Mailbox {
        private final String address;
        private final Chronicle chronicle;
        private final MessageConsumer<?> asked;
        private Set<String> friends = Set.of();
        private long told;

        Mailbox(String session) {
            Standing standing = () -> new JsonObject().put("friends", friends.size());
            String epoch = Long.toString(millis.getAsLong(), EPOCH_RADIX);
            this.address = FeedAddress.session(session);
            this.chronicle = new Chronicle(epoch, 0, standing, KEPT);
            this.asked =
                    vertx.eventBus()
                            .localConsumer(
                                    FeedAddress.account(address),
                                    question ->
                                            question.reply(
                                                    chronicle.account(), ByReference.DELIVERY));
        }

        void tell(String kind, JsonObject fields) {
            var event = Event.of(chronicle.id(++told), kind, millis.getAsLong(), fields);
            publish(new Bulletin(List.of(event), chronicle.account().standing(), false));
        }

        void close() {
            publish(new Bulletin(List.of(), chronicle.account().standing(), /* last= */ true));
            var unused = asked.unregister();
        }

        private void publish(Bulletin bulletin) {
            chronicle.add(bulletin);
            vertx.eventBus().publish(address, bulletin, ByReference.DELIVERY);
        }
    }
}

package dev.apsis.gateway;

import dev.apsis.feed.Bulletin;
import dev.apsis.feed.Chronicle;
import dev.apsis.feed.Event;
import dev.apsis.feed.Standing;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The doctor's channel: an event every 200 ms that says when it was, and nothing else. Owned by one
 * event loop; the events' numbers are the clock's, so that all loops tell the same.
 *
 * <p>It costs nothing while nobody listens: without a reader there is no timer, and who polls is
 * told what would have been.
 */
final class Beacon {
    static final int EVERY_MILLIS = 200;

    /** How far back one may ask: 30 seconds. */
    private static final int KEPT = 150;

    private static final Standing STANDING =
            () -> new JsonObject().put("everyMillis", EVERY_MILLIS);

    private final Vertx vertx;
    private final LongSupplier millis;
    private final Feed feed = new Feed(new Chronicle("beat", 0, STANDING));
    private boolean ticking;

    Beacon(Vertx vertx, LongSupplier millis) {
        this.vertx = vertx;
        this.millis = millis;
    }

    /** The channel, told up to this moment; it goes on while somebody reads it. */
    Feed feed() {
        catchUp();
        if (!ticking) {
            ticking = true;
            sleep();
        }
        return feed;
    }

    private void sleep() {
        long now = millis.getAsLong();
        vertx.setTimer(EVERY_MILLIS - now % EVERY_MILLIS, timer -> beat());
    }

    private void beat() {
        catchUp();
        ticking = !feed.isEmpty();
        if (ticking) {
            sleep();
        }
    }

    private void catchUp() {
        Chronicle chronicle = feed.chronicle();
        long newest = millis.getAsLong() / EVERY_MILLIS;
        List<Event> events = new ArrayList<>();
        for (long n = Math.max(chronicle.last() + 1, newest - KEPT + 1); n <= newest; n++) {
            events.add(Event.of(chronicle.id(n), "beat", n * EVERY_MILLIS, new JsonObject()));
        }
        if (!events.isEmpty()) {
            feed.take(new Bulletin(events, STANDING, /* last= */ false));
        }
    }
}

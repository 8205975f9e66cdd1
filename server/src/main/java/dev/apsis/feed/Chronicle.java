package dev.apsis.feed;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A channel's newest events and how things stand after them. Owned by the channel's owner, or by
 * one event loop that follows it and has the same.
 *
 * <p>Beyond {@link #KEPT} events the oldest is forgotten: whoever has not read it by then is told
 * how many it missed, and how things stand. So no reader needs a queue: it is a number in here.
 */
public final class Chronicle {
    public static final int KEPT = 512;

    private final String epoch;
    private final @Nullable Event[] ring;
    private Standing standing;
    private long last;
    private long statedAt = -1;
    private String stated = "";

    public Chronicle(String epoch, long last, Standing standing) {
        this(epoch, last, standing, KEPT);
    }

    /** One that keeps fewer. */
    public Chronicle(String epoch, long last, Standing standing, int kept) {
        this.ring = new Event[kept];
        this.epoch = epoch;
        this.last = last;
        this.standing = standing;
    }

    /** The same as somebody else has. */
    public static Chronicle of(Account account) {
        var chronicle = new Chronicle(account.epoch(), account.last(), account.standing());
        account.events().forEach(chronicle::keep);
        return chronicle;
    }

    public Account account() {
        List<Event> kept = new ArrayList<>();
        for (long number = Math.max(1, last - ring.length + 1); number <= last; number++) {
            Event event = at(number);
            if (event != null) {
                kept.add(event);
            }
        }
        return new Account(epoch, last, kept, standing);
    }

    /** Takes in what is newer than what is here. */
    public void add(Bulletin bulletin) {
        for (Event event : bulletin.events()) {
            if (event.id().number() > last) {
                keep(event);
                last = event.id().number();
                standing = bulletin.after();
            }
        }
    }

    private void keep(Event event) {
        ring[(int) (event.id().number() % ring.length)] = event;
    }

    /** The id of an event to come. */
    public EventId id(long number) {
        return new EventId(epoch, number);
    }

    /** The number of the newest event; 0 before the first. */
    public long last() {
        return last;
    }

    /** The id of the newest event: a reader that is here has missed nothing. */
    public EventId cursor() {
        return id(last);
    }

    /** An event that is kept; null if it is forgotten, or yet to come. */
    public @Nullable Event at(long number) {
        Event event = ring[(int) (number % ring.length)];
        return event != null && event.id().number() == number ? event : null;
    }

    /** Whether all that came after a reader's last event is still here. */
    public boolean continues(EventId read) {
        return read.epoch().equals(epoch)
                && (read.number() == last
                        || (read.number() < last && at(read.number() + 1) != null));
    }

    /** How many events a reader missed that saw this one last. */
    public long missed(EventId read) {
        return read.epoch().equals(epoch) ? Math.max(0, last - read.number()) : last;
    }

    /** How things stand, as an event like the others, that bears the id of the newest. */
    public String state() {
        if (statedAt != last) {
            statedAt = last;
            stated =
                    new JsonObject()
                            .put("id", cursor().toString())
                            .put("kind", "state")
                            .mergeIn(standing.json())
                            .encode();
        }
        return stated;
    }

    /** What a reader is told that can't be told all: how many events it missed. */
    public static String missed(long count) {
        return new JsonObject().put("kind", "missed").put("count", count).encode();
    }
}

package dev.apsis.feed;

import java.util.List;

/** What is kept of a channel, for a follower that has just begun to listen. */
public record Account(String epoch, long last, List<Event> events, Standing standing) {
    public Account {
        events = List.copyOf(events);
    }
}

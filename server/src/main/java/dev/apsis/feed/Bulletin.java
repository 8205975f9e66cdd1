package dev.apsis.feed;

import java.util.List;

/**
 * What a channel's owner tells its followers: events that came together, how things stand after
 * them, and whether that was the last of it.
 */
public record Bulletin(List<Event> events, Standing after, boolean last) {
    public Bulletin {
        events = List.copyOf(events);
    }
}

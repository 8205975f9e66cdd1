package dev.apsis.gateway;

import dev.apsis.feed.Chronicle;
import dev.apsis.feed.Event;
import dev.apsis.feed.EventId;

import org.jspecify.annotations.Nullable;

/**
 * One who reads a feed on and on, at the pace of its line. Owned by its feed's event loop.
 *
 * <p>It has no queue but a number in the chronicle. One so slow that what follows is forgotten is
 * told how many events it missed, and how things stand.
 */
final class FeedReader implements Runnable {
    private final Feed feed;
    private final FeedLine line;
    private long read;

    FeedReader(Feed feed, FeedLine line) {
        this.feed = feed;
        this.line = line;
    }

    /** Begins after what was read before, or with how things stand. */
    void begin(@Nullable EventId since) {
        Chronicle chronicle = feed.chronicle();
        if (since != null && chronicle.continues(since)) {
            read = since.number();
        } else {
            if (since != null) {
                line.tell("", Chronicle.missed(chronicle.missed(since)));
            }
            tellState();
        }
        feed.join(this);
        run();
    }

    void end() {
        feed.leave(this);
    }

    /** Tells what is there, as long as the line takes it. */
    @Override
    public void run() {
        Chronicle chronicle = feed.chronicle();
        while (read < chronicle.last() && !line.full()) {
            Event next = chronicle.at(read + 1);
            if (next == null) {
                line.tell("", Chronicle.missed(chronicle.last() - read));
                tellState();
            } else {
                read++;
                line.tell(next.id().toString(), next.json());
            }
        }
        if (feed.ended() && read == chronicle.last()) {
            feed.leave(this);
            line.end();
        }
    }

    private void tellState() {
        Chronicle chronicle = feed.chronicle();
        read = chronicle.last();
        line.tell(chronicle.cursor().toString(), chronicle.state());
    }
}

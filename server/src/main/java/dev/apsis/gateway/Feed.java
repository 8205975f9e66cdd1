package dev.apsis.gateway;

import dev.apsis.feed.Bulletin;
import dev.apsis.feed.Chronicle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One channel as one event loop follows it: its chronicle, and who waits for news. Owned by it. */
final class Feed {
    private final Chronicle chronicle;
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private boolean ended;

    Feed(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /** From here on somebody is called whenever there is news, until it leaves. */
    void join(Runnable reader) {
        waiting.add(reader);
    }

    void leave(Runnable reader) {
        waiting.remove(reader);
    }

    /** Whether nobody waits for news. */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether there will never be more. */
    boolean ended() {
        return ended;
    }

    void take(Bulletin bulletin) {
        chronicle.add(bulletin);
        ended |= bulletin.last();
        List.copyOf(waiting).forEach(Runnable::run);
    }
}

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
    private final Runnable deserted;
    private boolean ended;

    /** One that goes on, whether somebody reads it or not. */
    Feed(Chronicle chronicle) {
        this(chronicle, () -> {});
    }

    /** One that says when the last reader has left. */
    Feed(Chronicle chronicle, Runnable deserted) {
        this.chronicle = chronicle;
        this.deserted = deserted;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /** From here on somebody is called whenever there is news, until it leaves. */
    void join(Runnable reader) {
        waiting.add(reader);
    }

    void leave(Runnable reader) {
        if (waiting.remove(reader) && waiting.isEmpty()) {
            deserted.run();
        }
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

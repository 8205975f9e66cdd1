package dev.apsis.gateway;

import io.vertx.core.net.impl.ConnectionBase;

import java.util.Optional;

/**
 * How many connections of any kind each source may have open, so that nobody alone fills the server
 * with such as never ask for anything. Owned by one event loop.
 */
final class Threshold {
    /** As many as {@link PlayDoor} lets play from one address, each with a page just loaded. */
    private static final int MAX_PER_SOURCE = 512;

    private final Crowd crowd = new Crowd(MAX_PER_SOURCE);
    private final Callers callers;
    private final Post post;

    Threshold(Callers callers, Post post) {
        this.callers = callers;
        this.post = post;
    }

    /** Counts a connection that was just opened, unless there are too many: then it is closed. */
    boolean admits(ConnectionBase opened) {
        Optional<Caller> owner = callers.owner(opened);
        if (owner.isEmpty()) {
            return true;
        }
        if (!crowd.enter(owner.get())) {
            post.refused("crowd");
            return false;
        }
        opened.channel().closeFuture().addListener(closed -> crowd.leave(owner.get()));
        return true;
    }
}

package dev.apsis.admin;

import io.vertx.core.Future;

/** What only the program as a whole can do. Called on any event loop. */
public interface Program {
    /** Lets nobody in any more and ends the server, after so many seconds at the latest. */
    void stop(int seconds);

    /**
     * Begins a room's next turn, or the same match anew, and everybody goes there; fails if there
     * is none of that name.
     */
    Future<?> begin(String room, boolean nextTurn);
}

package dev.apsis.admin;

import io.vertx.core.Future;

/** What only the program as a whole can do. Called on any event loop. */
public interface Program {
    /** Lets nobody in any more and ends the server, after so many seconds at the latest. */
    void stop(int seconds);

    /** Ends a room with its round, and opens it anew; fails if there is none of that name. */
    Future<?> restart(String room, int seconds);
}

package dev.apsis.app;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the libraries log that is no news here. */
final class Logs {
    /**
     * Warns of each message that finds its listener gone. Here listeners come and go with rooms and
     * viewers, and what is still on its way then means nothing. Held, for the JDK forgets loggers
     * that nobody holds.
     */
    private static final Logger LISTENERS =
            Logger.getLogger("io.vertx.core.eventbus.impl.MessageConsumerImpl");

    private Logs() {}

    static void quieten() {
        LISTENERS.setLevel(Level.SEVERE);
    }
}

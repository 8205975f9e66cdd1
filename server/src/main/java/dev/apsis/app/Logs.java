package dev.apsis.app;

import dev.apsis.log.LogStyle;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What is logged, and what the libraries log that is no news here. */
final class Logs {
    /** Held, as the other is: the JDK forgets loggers that nobody holds. */
    private static final Logger OURS = Logger.getLogger("dev.apsis");

    /**
     * Warns of each message that finds its listener gone. Here listeners come and go with rooms and
     * viewers, and what is still on its way then means nothing.
     */
    private static final Logger LISTENERS =
            Logger.getLogger("io.vertx.core.eventbus.impl.MessageConsumerImpl");

    private Logs() {}

    static void quieten() {
        LISTENERS.setLevel(Level.SEVERE);
    }

    /** A server tells who comes and goes, too. */
    static void open(LogStyle style) {
        style.install();
        OURS.setLevel(Level.CONFIG);
    }
}

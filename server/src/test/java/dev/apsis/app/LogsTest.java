package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the libraries log that is no news here. */
class LogsTest {
    /** Where Vert.x tells of it there has to be a class of that name, or this would hush nobody. */
    @Test
    void aFrameForWhoHasJustGoneIsNoNews() throws ClassNotFoundException {
        String teller = Class.forName("io.vertx.core.eventbus.impl.MessageConsumerImpl").getName();
        Logs.quieten();
        assertFalse(Logger.getLogger(teller).isLoggable(Level.WARNING));
        assertTrue(Logger.getLogger(teller).isLoggable(Level.SEVERE));
        assertTrue(Logger.getLogger("io.vertx.core").isLoggable(Level.WARNING));
    }
}

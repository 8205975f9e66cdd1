package dev.apsis.log;

import org.jspecify.annotations.Nullable;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Where one class writes what it has to say to whoever runs the server. Safe for any thread. */
public final class Journal {
    /** Who comes and goes: a server tells it, and a test that starts one does not. */
    static final Level COURSE = Level.CONFIG;

    private final Logger logger;

    private Journal(Logger logger) {
        this.logger = logger;
    }

    /** The journal of a class. */
    public static Journal of(Class<?> writer) {
        return new Journal(Logger.getLogger(writer.getName()));
    }

    /** Tells what is in the course of things. */
    public void tell(String what, Tag... about) {
        write(COURSE, what, null, about);
    }

    /** Tells what whoever runs the server should look at. */
    public void warn(String what, Tag... about) {
        write(Level.WARNING, what, null, about);
    }

    /** Tells of a bug of ours. */
    public void fail(String what, @Nullable Throwable bug, Tag... about) {
        write(Level.SEVERE, what, bug, about);
    }

    private void write(Level level, String what, @Nullable Throwable bug, Tag... about) {
        if (logger.isLoggable(level)) {
            var line = new LogRecord(level, what);
            line.setLoggerName(logger.getName());
            line.setThrown(bug);
            line.setParameters(about);
            logger.log(line);
        }
    }
}

package dev.apsis.log;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.StringJoiner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what one class logs, without its time, and keeps it from everybody else. */
public final class Ear extends Handler {
    private final Logger logger;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** Hears until it is closed. */
    public Ear(Class<?> writer) {
        logger = Logger.getLogger(writer.getName());
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** The next line, once there is one. */
    public String next() {
        try {
            String line = lines.poll(20, TimeUnit.SECONDS);
            assertNotEquals(null, line, "nothing is told");
            return String.valueOf(line);
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }

    @Override
    public void publish(LogRecord line) {
        var words = new StringJoiner(" ").add(line.getLevel() + ": " + line.getMessage());
        for (Object about : line.getParameters()) {
            if (about instanceof Tag(String name, Object value)) {
                words.add(name + '=' + value);
            }
        }
        if (line.getThrown() != null) {
            words.add(line.getThrown().toString());
        }
        lines.add(words.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}

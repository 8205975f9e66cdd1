package dev.apsis.log;

import io.vertx.core.json.JsonObject;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** How a line of the log looks: for people, or one JSON object for machines. */
public enum LogStyle {
    /** {@code 2026-01-31T12:00:00.123Z info a pilot joined room=arena session=Xy12abcd}. */
    TEXT {
        @Override
        String line(LogRecord record) {
            var line = new StringBuilder();
            line.append(record.getInstant()).append(' ').append(word(record.getLevel()));
            line.append(' ').append(oneLine(record.getMessage()));
            for (Tag tag : tags(record)) {
                line.append(' ').append(tag.name()).append('=').append(quoted(tag.value()));
            }
            line.append('\n');
            return line.append(trace(record)).toString();
        }
    },
    /** The same fields by their names. */
    JSON {
        @Override
        String line(LogRecord record) {
            var line =
                    new JsonObject()
                            .put("time", record.getInstant().toString())
                            .put("level", word(record.getLevel()))
                            .put("logger", record.getLoggerName())
                            .put("message", record.getMessage());
            tags(record).forEach(tag -> line.put(tag.name(), plain(tag.value())));
            String trace = trace(record);
            return (trace.isEmpty() ? line : line.put("trace", trace)).encode() + '\n';
        }
    };

    /** How a record looks, with the line's end. */
    abstract String line(LogRecord record);

    /**
     * From here on everything that is logged in this process looks like this, on standard error.
     */
    public void install() {
        Logger root = Logger.getLogger("");
        for (Handler old : root.getHandlers()) {
            root.removeHandler(old);
        }
        var console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        console.setFormatter(new Lines(this));
        root.addHandler(console);
    }

    /** Writes records as a style says. Owned by its handler. */
    private static final class Lines extends Formatter {
        private final LogStyle style;

        Lines(LogStyle style) {
            this.style = style;
        }

        @Override
        public String format(LogRecord record) {
            if (tags(record).isEmpty()) {
                record.setMessage(formatMessage(record));
            }
            return style.line(record);
        }
    }

    private static List<Tag> tags(LogRecord record) {
        List<Tag> tags = new ArrayList<>();
        Object[] parameters = record.getParameters();
        for (Object each : parameters == null ? new Object[0] : parameters) {
            if (each instanceof Tag tag) {
                tags.add(tag);
            }
        }
        return tags;
    }

    private static String word(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "error";
        }
        return level.intValue() >= Level.WARNING.intValue() ? "warn" : "info";
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** What has spaces is quoted, and nothing ends the line. */
    private static String quoted(Object value) {
        String text = oneLine(value.toString());
        return text.isEmpty() || text.indexOf(' ') >= 0 || text.indexOf('"') >= 0
                ? '"' + text.replace("\"", "\\\"") + '"'
                : text;
    }

    private static String oneLine(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String trace(LogRecord record) {
        Throwable thrown = record.getThrown();
        if (thrown == null) {
            return "";
        }
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}

package dev.apsis.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;

class LogStyleTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123Z");

    private static LogRecord line(String message, Tag... tags) {
        var line = new LogRecord(Level.WARNING, message);
        line.setInstant(NOON);
        line.setLoggerName("dev.apsis.Door");
        line.setParameters(tags);
        return line;
    }

    @Test
    void aLineForPeopleHasItsFieldsBehindIt() {
        assertEquals(
                "2026-01-31T12:00:00.123Z warn joined room=arena session=Xy12abcd seat=3\n",
                LogStyle.TEXT.line(
                        line("joined", Tag.room("arena"), Tag.session("Xy12abcd"), seat())));
    }

    private static Tag seat() {
        return new Tag("seat", 3);
    }

    @Test
    void nobodysNameMakesALineOrAFieldOfItsOwn() {
        Tag evil = Tag.player("x\n2026 error \"all\" is lost room=y");
        String text = LogStyle.TEXT.line(line("joined", evil));
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.contains("player=\"x\\n2026 error \\\"all\\\" is lost room=y\""), text);
        String json = LogStyle.JSON.line(line("joined", evil));
        assertEquals(1, json.lines().count(), json);
        assertEquals(evil.value(), new JsonObject(json).getString("player"));
    }

    @Test
    void aLineForMachinesIsOneObjectWithTheSameFields() {
        var json = new JsonObject(LogStyle.JSON.line(line("joined", Tag.room("arena"), seat())));
        assertEquals("2026-01-31T12:00:00.123Z", json.getString("time"));
        assertEquals("warn", json.getString("level"));
        assertEquals("dev.apsis.Door", json.getString("logger"));
        assertEquals("joined", json.getString("message"));
        assertEquals("arena", json.getString("room"));
        assertEquals(3, json.getInteger("seat"));
    }

    @Test
    void aBugBringsItsTrace() {
        LogRecord line = line("a room failed", Tag.room("arena"));
        line.setThrown(new IllegalStateException("two ships in a seat"));
        assertTrue(LogStyle.TEXT.line(line).contains("\n\tat dev.apsis.log.LogStyleTest."));
        String trace = new JsonObject(LogStyle.JSON.line(line)).getString("trace");
        assertTrue(trace.startsWith("java.lang.IllegalStateException: two ships"), trace);
    }
}

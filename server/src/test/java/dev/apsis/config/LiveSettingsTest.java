package dev.apsis.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.config.LiveSettings.Change;
import dev.apsis.config.LiveSettings.Outcome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Settings that change while the server runs. */
class LiveSettingsTest {
    private static final Key<Integer> BOTS = RoomKeys.BOTS.under("room");

    private final List<Settings> told = new ArrayList<>();
    @TempDir private Path folder;
    private Path file = Path.of("");
    private LiveSettings live = LiveSettings.standard();

    @BeforeEach
    void begin() {
        file = folder.resolve("apsis.yaml");
        write("room: {bots: 3}");
        var sources = new Sources(file, Map.of(), Map.of("--idle", List.of("60")));
        live = new LiveSettings(sources, sources.read());
        live.onChange(told::add);
    }

    private void write(String yaml) {
        try {
            Files.writeString(file, yaml);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static List<Change> applied(Outcome outcome) {
        return assertInstanceOf(Outcome.Applied.class, outcome).changes();
    }

    private static String refused(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problems().toString();
    }

    private LiveSettings.Line line(Key<?> key) {
        return live.list().stream().filter(each -> each.key().equals(key)).findAny().orElseThrow();
    }

    @Test
    void aFileThatWasChangedHoldsOnceItIsReadAgain() {
        write("room: {bots: 5}");
        assertEquals(3, live.wanted().get(BOTS));
        assertEquals(
                List.of(new Change("room.bots", "3", "5", Effect.LIVE)), applied(live.reload()));
        assertEquals(5, live.wanted().get(BOTS));
        assertEquals(1, told.size());
        assertEquals(List.of(), applied(live.reload()));
        assertEquals(1, told.size(), "nothing changed, so nobody is told");
    }

    @Test
    void aBrokenFileChangesNothingAndSaysWhy() {
        write("room: {bots: 5, mode: chess}");
        assertTrue(refused(live.reload()).contains("room.mode is ffa, teams or duel"));
        assertEquals(3, live.wanted().get(BOTS));
        assertEquals(0, told.size());
        assertEquals(1, applied(live.apply("room.idle-seconds", "5")).size());
        assertEquals(3, live.wanted().get(BOTS), "the broken file is not looked at again");
    }

    @Test
    void anAdminsWordBeatsAllUntilItIsForgotten() {
        assertEquals(1, applied(live.apply("room.idle-seconds", "5")).size());
        write("room: {bots: 5}");
        applied(live.reload());
        assertEquals(Source.ADMIN, line(RoomKeys.IDLE_SECONDS.under("room")).given().source());
        assertEquals("5", line(RoomKeys.IDLE_SECONDS.under("room")).value());
        applied(live.forget("room.idle-seconds"));
        assertEquals(Source.FLAG, line(RoomKeys.IDLE_SECONDS.under("room")).given().source());
        assertTrue(refused(live.forget("room.idle-seconds")).contains("nothing was said"));
    }

    @Test
    void anAdminIsToldWhatIsWrong() {
        assertTrue(refused(live.apply("room.bot", "5")).contains("did you mean room.bots?"));
        assertTrue(refused(live.apply("room.bots", "many")).contains("0 to 1000 bots, not 'many'"));
        assertTrue(refused(live.apply("room.bots", "33")).contains("the capacity, which is 32"));
        assertTrue(refused(live.apply("server.port", "1")).contains("while the server runs"));
        assertTrue(refused(live.apply("rooms.den.bots", "1")).contains("no such room"));
        assertEquals(0, told.size());
    }

    @Test
    void whatNeedsARestartIsSaidToWait() {
        write("server: {port: 1}\nroom: {bots: 3}");
        assertEquals(Effect.RESTART, applied(live.reload()).get(0).effect());
        assertTrue(line(ServerKeys.PORT).waits());
        assertEquals(7777, live.started().get(ServerKeys.PORT));
    }

    @Test
    void secretsAreNotShown() {
        write("room: {bots: 3, password: hush}");
        assertTrue(!applied(live.reload()).toString().contains("hush"));
        assertEquals("(secret)", line(RoomKeys.PASSWORD.under("room")).value());
    }
}

package dev.apsis.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Where settings come from, and what is said when they are wrong. */
class SourcesTest {
    @TempDir private Path folder;

    private Reading read(String yaml) {
        return read(yaml, Map.of(), Map.of());
    }

    private Reading read(
            String yaml, Map<String, String> environment, Map<String, List<String>> flags) {
        try {
            Path file = Files.writeString(folder.resolve("apsis.yaml"), yaml);
            return new Sources(file, environment, flags).read();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Settings good(Reading reading) {
        assertEquals(List.of(), reading.problems());
        return reading.settings();
    }

    @Test
    void aFlagBeatsTheEnvironmentWhichBeatsTheFileWhichBeatsTheDefault() {
        String file = "server:\n  port: 1\n  host: a\n  drain-seconds: 1\n";
        var environment = Map.of("APSIS_SERVER_PORT", "2", "APSIS_SERVER_HOST", "b");
        Settings settings = good(read(file, environment, Map.of("--port", List.of("3"))));
        assertEquals(3, settings.get(ServerKeys.PORT));
        assertEquals("b", settings.get(ServerKeys.HOST));
        assertEquals(1, settings.get(ServerKeys.DRAIN_SECONDS));
        assertEquals("system", settings.get(ServerKeys.TIME_ZONE));
        assertEquals(Source.FLAG, settings.given(ServerKeys.PORT).source());
        assertEquals(Source.ENVIRONMENT, settings.given(ServerKeys.HOST).source());
        assertEquals("apsis.yaml:4", settings.given(ServerKeys.DRAIN_SECONDS).place());
        assertEquals(Source.DEFAULT, settings.given(ServerKeys.TIME_ZONE).source());
    }

    @Test
    void aRoomHasItsOwnSettingsAndElseThoseOfAllRooms() {
        String file =
                """
                room: {bots: 4, motd: hello}
                rooms:
                  arena:
                    bots: 7
                  den:
                    mode: duel
                    bots: 0
                """;
        Settings settings = good(read(file, Map.of("APSIS_ROOMS_DEN_PASSWORD", "x"), Map.of()));
        List<RoomSettings> rooms = settings.rooms();
        assertEquals(List.of("arena", "den"), rooms.stream().map(RoomSettings::name).toList());
        assertEquals(7, rooms.get(0).get(RoomKeys.BOTS));
        assertEquals("hello", rooms.get(1).get(RoomKeys.MOTD));
        assertEquals("x", rooms.get(1).get(RoomKeys.PASSWORD));
        assertEquals(2, rooms.get(1).seats());
    }

    @Test
    void withoutRoomsThereIsOneOfTheGivenName() {
        Settings settings = good(read("room:\n  name: lair\n"));
        assertEquals("lair", settings.rooms().get(0).name());
        assertEquals("arena", Settings.standard().rooms().get(0).name());
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirLines() {
        String file =
                """
                server:
                  prot: 7777
                  port: high
                room:
                  mode: chess
                  rotation: [ffa, chess]
                """;
        var environment = Map.of("APSIS_ROOM_BOT", "3", "APSIS_ROOM_BOTS", "-1");
        Reading reading = read(file, environment, Map.of("--idle", List.of("soon")));
        assertEquals(
                List.of(
                        "environment: APSIS_ROOM_BOT is unknown: did you mean APSIS_ROOM_BOTS?",
                        "apsis.yaml:2: server.prot is unknown: did you mean server.port?",
                        "apsis.yaml:3: server.port is 0 to 65535, not 'high'",
                        "apsis.yaml:5: room.mode is ffa, teams or duel, not 'chess'",
                        "apsis.yaml:6: room.rotation is MODE, MODE@ARENA or, with a number of"
                                + " teams, teams-3@ARENA, such as ffa@lone, not 'chess'",
                        "environment: APSIS_ROOM_BOTS is 0 to 1000 bots, not -1",
                        "--idle is 0 to 86400 seconds, not 'soon'"),
                reading.problems().stream().map(Problem::toString).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    port: 1                             | did you mean server.port?
                    server: 5                           | server is a section
                    server: {port: {a: 1}}              | server.port is a value and has no parts
                    sever: {port: 1}                    | did you mean server.port?
                    server: {port: [1, 2]}              | server.port is 0 to 65535, not a list
                    rooms: {Arena: {bots: 1}}           | the name of a room is 1 to 32 of a-z
                    rooms: {arena: {bot: 1}}            | did you mean rooms.arena.bots?
                    rooms: [arena]                      | rooms is a section
                    room: {mode: duel, capacity: 8}     | a duel has 2 seats: leave
                    room: {teams: 3}                    | goes with mode teams only, not with ffa
                    room: {capacity: 4, bots: 5}        | 0 to the capacity, which is 4, not 5
                    room: {reserved-seats: 2}           | needs a reserved-password
                    room: {schedule: [mon 25:00-26:00]} | such as 'mon-fri 18:00-23:30'
                    server: {token-secret: short}       | at least 32 characters
                    server: {port: 1, port: 2}          | server.port is given twice
                    rooms: {a: {}, b: {bots: 1}, c: }   | room.name
                    [1, 2]                              | a file has sections
                    a: [b                               | no YAML: while parsing a flow
                    """)
    void aMistakeIsToldWithWhatToDo(String yaml, String hint) {
        String name = hint.equals("room.name") ? "room: {name: x}\n" : "";
        Reading reading = read(name + yaml);
        String problems =
                String.join("\n", reading.problems().stream().map(Problem::toString).toList());
        assertTrue(problems.contains(hint), problems);
        assertEquals(1, reading.problems().size(), problems);
    }

    @Test
    void aSecretIsNotToldInAProblem() {
        String problem = read("server: {token-secret: hush}").problems().get(0).toString();
        assertTrue(!problem.contains("hush"), problem);
    }

    @Test
    void anEmptyFileIsNoProblem() {
        good(read(""));
        good(read("# nothing\n"));
        good(read("server:\nroom:\nrooms:\n"));
    }

    @Test
    void aRoomOfWhichNothingIsSaidIsThereAllTheSame() {
        List<RoomSettings> rooms = good(read("rooms: {a: {}, b: {bots: 1}, c: }")).rooms();
        assertEquals(List.of("a", "b", "c"), rooms.stream().map(RoomSettings::name).toList());
        assertTrue(!read("rooms: {a: 5}").good());
    }

    @Test
    void aFileThatIsNotThereIsOne() {
        Reading reading = new Sources(folder.resolve("none"), Map.of(), Map.of()).read();
        assertTrue(reading.problems().get(0).toString().contains("'apsis config init'"));
    }

    @Test
    void whatKubernetesSetsForAServiceIsNoneOfOurs() {
        good(
                read(
                        "",
                        Map.of("APSIS_PORT", "tcp://10.0.0.1:80", "APSIS_SERVICE_HOST", "x"),
                        Map.of()));
        good(read("", Map.of("APSIS_JAVA_OPTS", "-Xmx1g"), Map.of()));
    }

    @Test
    void ofTheEnvironmentOnlyWhatIsMeantForUsCanBeWrong() {
        good(read("", Map.of("APSIS_SLOT", "5"), Map.of()));
        assertTrue(!read("", Map.of("APSIS_SERVER_XYZZY", "5"), Map.of()).good());
        assertTrue(!read("", Map.of("APSIS_ROOMS_DEN_BOTS", "5"), Map.of()).good());
        assertTrue(!read("", Map.of("APSIS_SERVRE_PORT", "5"), Map.of()).good());
    }

    @Test
    void garbageInAFileIsNeverMoreThanProblems() {
        String[] bits = {
            "server",
            "room",
            "rooms",
            ":",
            " ",
            "\n",
            "  ",
            "port",
            "7777",
            "[",
            "]",
            "{",
            "}",
            "-",
            ",",
            "'",
            "\"",
            "#",
            "&a",
            "*a",
            "!!int",
            "|",
            ">",
            "? ",
            "\t",
            "%",
            "@",
            "~",
            "...",
            "---",
            "arena",
            "bots",
            "true",
            "0x1F",
            "1e9",
            "\u0000",
            "\ud83d\ude80",
            "\\",
            "<<",
            "."
        };
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new SplittableRandom(seed);
            var text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            List<Problem> problems = new ArrayList<>();
            List<Given> given = YamlFile.read("f", text.toString(), problems);
            Reading reading = Reading.of(given, problems);
            assertTrue(reading.good() || !reading.problems().get(0).sentence().isBlank());
        }
    }
}

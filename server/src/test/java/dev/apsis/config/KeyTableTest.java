package dev.apsis.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** That the one table is whole, and everything that is made of it. */
class KeyTableTest {
    @Test
    void everyDefaultIsAllowed() {
        for (Key<?> key : KeyTable.all()) {
            assertTrue(key.kind().read(key.standard()).isPresent(), key.path());
        }
    }

    @Test
    void everySettingIsExplained() {
        for (Key<?> key : KeyTable.all()) {
            assertTrue(key.about().endsWith("."), key.path());
            assertTrue(!key.kind().allowed().isBlank(), key.path());
            assertTrue(key.path().matches("[a-z]+(\\.[a-z]+(-[a-z]+)*)+"), key.path());
            assertTrue(!key.path().contains("seconds") || key.kind().unit().equals("seconds"));
        }
    }

    @Test
    void noTwoSettingsAreCalledAlikeAnywhere() {
        Set<String> names = new HashSet<>();
        for (Key<?> key : KeyTable.all()) {
            assertTrue(names.add(key.path()), key.path());
            assertTrue(names.add(key.variable()), key.variable());
            assertTrue(key.flag().isEmpty() || names.add(key.flag()), key.flag());
        }
    }

    @Test
    void onlySecretsHaveNoFlag() {
        for (Key<?> key : KeyTable.all()) {
            assertEquals(key.kind().secret(), key.flag().isEmpty(), key.path());
        }
    }

    @Test
    void theFileToBeginWithNamesEverySettingAndIsGood() {
        String secret = "0123456789012345678901234567890123456789";
        String text = CommentedFile.text(secret);
        List<Problem> problems = new ArrayList<>();
        Reading reading = Reading.of(YamlFile.read("apsis.yaml", text, problems), problems);
        assertEquals(List.of(), reading.problems());
        assertEquals(secret, reading.settings().get(ServerKeys.TOKEN_SECRET));
        for (Key<?> key : KeyTable.all()) {
            assertTrue(
                    text.contains("  # " + key.name() + ": ") || key.kind().secret(), key.path());
        }
    }

    @Test
    void whatTheFileShowsAsDefaultsIsRightWhenTheCommentSignsAreTakenAway() {
        String text = CommentedFile.text("0123456789012345678901234567890123456789");
        String settings =
                text.replaceAll("(?m)^  # (?=[a-z-]+: )", "  ")
                        .replaceAll("(?s)\n# Several.*", "\n");
        List<Problem> problems = new ArrayList<>();
        Reading reading = Reading.of(YamlFile.read("apsis.yaml", settings, problems), problems);
        assertTrue(
                reading.problems().stream().allMatch(each -> each.sentence().contains("teams")),
                reading.problems()::toString);
        for (Key<?> key : KeyTable.all()) {
            if (!key.equals(ServerKeys.TOKEN_SECRET)) {
                Given given = reading.settings().given(key);
                assertEquals(key.standard(), given.texts(), key.path());
                assertEquals(Source.FILE, given.source(), key.path());
            }
        }
    }

    @Test
    void theCommittedPageIsWhatTheTableSays() throws IOException {
        Path page = Path.of("../docs/CONFIGURATION.md");
        assertEquals(
                ReferencePage.text(),
                Files.readString(page),
                "write it again: ./apsis config docs > docs/CONFIGURATION.md");
    }

    @Test
    void theRoomsThatTheGuideForHostsShowsAreGood() throws IOException {
        String guide = Files.readString(Path.of("../docs/HOSTING.md"));
        String example = guide.replaceFirst("(?s).*```yaml\\R(?=room:)(.*?)```.*", "$1");
        List<Problem> problems = new ArrayList<>();
        Reading reading = Reading.of(YamlFile.read("apsis.yaml", example, problems), problems);
        assertEquals(List.of(), reading.problems());
        assertEquals(4, reading.settings().rooms().size());
    }

    @Test
    void aTypoFindsWhatWasMeantAndNonsenseFindsNothing() {
        List<String> known = KeyTable.all().stream().map(Key::path).toList();
        assertEquals("server.port", Nearest.to("server.prot", known).orElseThrow());
        assertEquals("room.capacity", Nearest.to("capasity", known).orElseThrow());
        assertEquals("room.vote-percent", Nearest.to("room.vote_percent", known).orElseThrow());
        assertTrue(Nearest.to("xyzzy", known).isEmpty());
        assertEquals(1, Nearest.edits("prot", "port"));
        assertEquals(3, Nearest.edits("kitten", "sitting"));
    }
}

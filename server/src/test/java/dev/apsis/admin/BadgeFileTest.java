package dev.apsis.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.admin.BadgeFile.Fresh;
import dev.apsis.admin.BadgeFile.Opened;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;

class BadgeFileTest {
    @TempDir private Path folder;

    private Opened open() throws IOException {
        return BadgeFile.open(folder.resolve("data"), new SecureRandom());
    }

    @Test
    void theFirstStartMakesATokenForEachRoleAndShowsThemOnce() throws IOException {
        Opened first = open();
        assertEquals(List.of(Role.values()), first.fresh().stream().map(Fresh::role).toList());
        Opened second = open();
        assertTrue(second.fresh().isEmpty(), "and never again");
        for (Fresh fresh : first.fresh()) {
            Badge badge = second.badges().of(fresh.token()).orElseThrow();
            assertEquals(fresh.role(), badge.role());
        }
        assertTrue(second.badges().of("apsis-admin-").isEmpty());
    }

    @Test
    void nobodyElseMayReadTheFileAndNoTokenIsInIt() throws IOException {
        Opened opened = open();
        Path file = folder.resolve("data").resolve(BadgeFile.NAME);
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String text = Files.readString(file);
        for (Fresh fresh : opened.fresh()) {
            assertFalse(text.contains(fresh.token()));
            assertTrue(text.contains(Badge.hash(fresh.token())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada admin", "ada boss %s", "ada admin %s0", "a/b view %s", "x"})
    void aLineThatIsNoneIsNamedWithWhatToWrite(String line) throws IOException {
        Path file = Files.createDirectories(folder.resolve("data")).resolve(BadgeFile.NAME);
        Files.writeString(file, "# names\n" + line.formatted(Badge.hash("secret")) + "\n");
        String said = String.valueOf(assertThrows(IOException.class, this::open).getMessage());
        assertTrue(said.contains("line 2: write 'name role hash'"), said);
    }

    @Test
    void badgesOfOnesOwnAreRead() throws IOException {
        Path file = Files.createDirectories(folder.resolve("data")).resolve(BadgeFile.NAME);
        Files.writeString(file, "ada moderate " + Badge.hash("open sesame") + "\n");
        assertEquals("ada", open().badges().of("open sesame").orElseThrow().name());
    }
}

package dev.apsis.store;

import static dev.apsis.store.RoundsForTest.guest;
import static dev.apsis.store.RoundsForTest.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

class JournalTest {
    private static final Instant END = Instant.parse("2026-03-05T10:00:00Z");

    @TempDir Path directory = Path.of("");

    private Journal open() throws IOException {
        return Journal.open(directory, 1 << 20);
    }

    private static byte[] line(String id) {
        return RoundText.write(round(id, END, guest("Ann \u2603 \"quoted\"\n", -3, true)));
    }

    private static void append(Journal journal, String... ids) throws IOException {
        journal.append(Stream.of(ids).map(JournalTest::line).toList());
    }

    /** All that is not settled, settled as it is read. */
    private static List<String> drain(Journal journal, int atOnce) throws IOException {
        List<String> ids = new ArrayList<>();
        while (journal.unread()) {
            Journal.Chunk chunk = journal.read(atOnce);
            chunk.rounds().forEach(round -> ids.add(round.id()));
            journal.settle(chunk);
        }
        return ids;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Test
    void roundsAreReadAsTheyWereWritten() throws IOException {
        RoundResult written = round("r1", END, guest("Ann \u2603 \"quoted\"\n", -3, true));
        Journal journal = open();
        journal.append(List.of(RoundText.write(written)));
        assertEquals(List.of(written), journal.read(10).rounds());
    }

    @Test
    void whatWasNotSettledIsReadAgainAfterARestart() throws IOException {
        Journal journal = open();
        append(journal, "a", "b");
        append(journal, "c");
        Journal.Chunk first = journal.read(1);
        journal.settle(first);
        Journal again = open();
        append(again, "d");
        assertEquals(List.of("a", "b", "c", "d"), drain(again, 2));
        again.close();
        assertEquals(List.of(), files());
    }

    @Test
    void aLineThatWasNeverFinishedCostsOnlyItself() throws IOException {
        byte[] whole = line("torn");
        for (int length = whole.length - 1; length >= 0; length -= 5) {
            Journal journal = open();
            append(journal, "a", "b");
            Path file = files().getLast();
            byte[] before = Files.readAllBytes(file);
            Files.write(file, joined(before, Arrays.copyOf(whole, length)));
            Journal again = open();
            append(again, "c");
            List<String> found = drain(again, 64);
            boolean complete = length == whole.length - 1; // only its end is missing
            assertEquals(
                    complete ? List.of("a", "b", "torn", "c") : List.of("a", "b", "c"),
                    found,
                    "torn after " + length);
            assertEquals(length == 0 || complete ? 0 : 1, again.damaged(), "torn after " + length);
            again.close();
        }
    }

    @Test
    void aDamagedByteCostsNoOtherLine() throws IOException {
        var chance = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            Journal journal = open();
            append(journal, "a", "b", "c");
            Path file = files().getLast();
            byte[] bytes = Files.readAllBytes(file);
            int at = chance.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << chance.nextInt(8));
            Files.write(file, bytes);
            List<String> found = drain(open(), 64);
            assertTrue(found.size() >= 1, "byte " + at);
            assertTrue(List.of("a", "b", "c").containsAll(found), found + " at byte " + at);
            Files.delete(file);
        }
    }

    @Test
    void settledFilesAreDeletedAndTheJournalStaysSmall() throws IOException {
        Journal journal = Journal.open(directory, 16 * 1024);
        for (int i = 0; i < 200; i++) {
            append(journal, "round " + i);
            assertEquals(List.of("round " + i), drain(journal, 64));
        }
        assertTrue(journal.bytes() <= 2 * 1024, journal.bytes() + " bytes");
        assertTrue(files().size() <= 2, files().toString());
    }

    @Test
    void itSaysWhenItIsFull() throws IOException {
        Journal journal = Journal.open(directory, 4096);
        int count = 0;
        while (!journal.full(line("x").length)) {
            append(journal, "x");
            count++;
        }
        assertEquals(4096 / line("x").length, count);
        drain(journal, 64);
        assertFalse(journal.full(line("x").length));
    }

    @Test
    void manyFilesAreReadInOrder() throws IOException {
        Journal journal = Journal.open(directory, 8 * 1024);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            written.add("r" + i);
            append(journal, "r" + i);
        }
        assertTrue(files().size() > 5, files().toString());
        assertEquals(written, drain(Journal.open(directory, 8 * 1024), 7));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

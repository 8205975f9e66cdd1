package dev.apsis.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Finished rounds on disk, until the database has them: files of lines that only ever grow, the
 * oldest of which is deleted when all of it is settled.
 *
 * <p>What {@link #append} has returned from survives the loss of process and power. A file that was
 * not finished ends in half a line, which is skipped; it is never appended to again. What the
 * database had already when the process died is read again: the database knows rounds by their ids.
 *
 * <p>One thread appends, another reads and settles; each method holds the monitor.
 */
final class Journal {
    private static final Logger LOG = System.getLogger(Journal.class.getName());
    private static final String SUFFIX = ".journal";
    private static final int SHARE_OF_BOUND = 16;

    /** Read at once; far longer than any line. */
    private static final int MAX_WINDOW_BYTES = 1024 * 1024;

    private final Path directory;
    private final long maxBytes;
    private final long maxFileBytes;

    /** How much of each file is certainly on disk, by the file's number. */
    private final TreeMap<Long, Long> files = new TreeMap<>();

    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private long appending;
    private long readFile;
    private long readOffset;
    private long damaged;
    private boolean closed;

    /** Some rounds in the order of their ends, and where the next ones begin. */
    record Chunk(List<RoundResult> rounds, int damaged, long file, long offset) {}

    private Journal(Path directory, long maxBytes) {
        this.directory = directory;
        this.maxBytes = maxBytes;
        this.maxFileBytes = Math.max(1, maxBytes / SHARE_OF_BOUND);
    }

    /** Finds what an earlier process left; holds so many bytes at most. */
    static Journal open(Path directory, long maxBytes) throws IOException {
        Files.createDirectories(directory);
        var journal = new Journal(directory, maxBytes);
        try (Stream<Path> found = Files.list(directory)) {
            for (Path file : found.toList()) {
                String name = file.getFileName().toString();
                if (name.matches("\\d{1,18}" + SUFFIX)) {
                    long number = Long.parseLong(name.substring(0, name.indexOf('.')));
                    journal.files.put(number, Files.size(file));
                }
            }
        }
        journal.appending = journal.files.isEmpty() ? 1 : journal.files.lastKey() + 1;
        journal.readFile = journal.files.isEmpty() ? 1 : journal.files.firstKey();
        return journal;
    }

    /** Whether so many bytes more would be beyond the bound. */
    synchronized boolean full(long bytes) {
        return bytes() + bytes > maxBytes;
    }

    synchronized long bytes() {
        return files.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Lines that could not be read. */
    synchronized long damaged() {
        return damaged;
    }

    /**
     * Writes lines and waits until the disk has them. If that fails it may have some; the next ones
     * then go to a file of their own, and what is appended again is there twice.
     */
    synchronized void append(List<byte[]> lines) throws IOException {
        long length = files.getOrDefault(appending, 0L);
        if (length >= maxFileBytes) {
            appending++;
            length = 0;
        }
        files.put(appending, length);
        boolean written = false;
        try {
            files.put(appending, write(path(appending), lines, length));
            written = true;
        } finally {
            if (!written) {
                appending++;
            }
        }
        notifyAll();
    }

    private long write(Path file, List<byte[]> lines, long length) throws IOException {
        boolean fresh = length == 0;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(joined(lines));
            long end = length;
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(/* metaData= */ true);
            if (fresh) {
                keepName();
            }
            return end;
        }
    }

    /** A new file is there after a loss of power only if its directory is written too. */
    private void keepName() {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException unsupported) {
            LOG.log(Level.DEBUG, "this system writes directories by itself", unsupported);
        }
    }

    private static byte[] joined(List<byte[]> lines) {
        byte[] all = new byte[lines.stream().mapToInt(line -> line.length).sum()];
        int at = 0;
        for (byte[] line : lines) {
            System.arraycopy(line, 0, all, at, line.length);
            at += line.length;
        }
        return all;
    }

    /** Waits for something to read; false once the journal is closed. */
    synchronized boolean await() throws InterruptedException {
        while (!closed && !unread()) {
            wait();
        }
        return !closed;
    }

    /** Whether there is something that was not settled. */
    synchronized boolean unread() {
        Map.Entry<Long, Long> last = files.lastEntry();
        if (last == null) {
            return false;
        }
        boolean later = last.getKey() > readFile;
        return later || (last.getKey() == readFile && last.getValue() > readOffset);
    }

    /** Nobody waits any more; what is settled is deleted. */
    synchronized void close() {
        closed = true;
        notifyAll();
        if (!unread()) {
            List.copyOf(files.keySet()).forEach(this::delete);
        }
    }

    /** The oldest rounds that are not settled; there may be none though there was something. */
    synchronized Chunk read(int most) throws IOException {
        long length = files.getOrDefault(readFile, 0L);
        if (readOffset >= length) {
            Long next = files.higherKey(readFile);
            return next == null
                    ? new Chunk(List.of(), 0, readFile, readOffset)
                    : new Chunk(List.of(), 0, next, 0);
        }
        byte[] bytes = window(path(readFile), length);
        List<RoundResult> rounds = new ArrayList<>();
        int broken = 0;
        int at = 0;
        while (at < bytes.length && rounds.size() < most) {
            int end = lineEnd(bytes, at);
            if (end == bytes.length && at > 0 && readOffset + end < length) {
                break; // the rest of this line is beyond the window
            }
            Optional<RoundResult> round = RoundText.read(Arrays.copyOfRange(bytes, at, end));
            round.ifPresent(rounds::add);
            broken += round.isPresent() ? 0 : 1;
            at = end + 1;
        }
        return new Chunk(rounds, broken, readFile, Math.min(readOffset + at, length));
    }

    private static int lineEnd(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private byte[] window(Path file, long length) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.min(MAX_WINDOW_BYTES, length - readOffset));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining()
                    && channel.read(bytes, readOffset + bytes.position()) >= 0) {}
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** The database has all before this, for good. */
    synchronized void settle(Chunk chunk) {
        if (chunk.damaged > 0) {
            damaged += chunk.damaged;
            LOG.log(
                    Level.WARNING,
                    "skipped {0} lines of {1} that were never finished, or are damaged",
                    chunk.damaged,
                    path(readFile));
        }
        readFile = chunk.file;
        readOffset = chunk.offset;
        while (!files.isEmpty() && files.firstKey() < readFile) {
            delete(files.firstKey());
        }
        if (!unread()) {
            waiting.forEach(each -> each.complete(null));
            waiting.clear();
        }
    }

    /** Completes when nothing is unsettled. */
    synchronized CompletionStage<Void> settled() {
        var settled = new CompletableFuture<Void>();
        if (unread()) {
            waiting.add(settled);
        } else {
            settled.complete(null);
        }
        return settled;
    }

    /** Keeps what the database will never take, in a file nobody reads but people. */
    synchronized void setAside(byte[] line) throws IOException {
        Path file = directory.resolve("refused.txt");
        write(file, List.of(line), Files.exists(file) ? Files.size(file) : 0);
    }

    private void delete(long file) {
        files.remove(file);
        try {
            Files.deleteIfExists(path(file));
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }

    private Path path(long file) {
        return directory.resolve(String.format(Locale.ROOT, "%08d%s", file, SUFFIX));
    }
}

package dev.apsis.duel;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One byte of a file: whose pilot is being asked. It outlives the process that writes it, so that
 * who takes a ring down with it is known. Owned by the thread that plays.
 */
final class Ledger {
    private final MappedByteBuffer page;

    Ledger(Path file) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            page = channel.map(FileChannel.MapMode.READ_WRITE, 0, 1);
        }
    }

    void asked(@Nullable Side side) {
        page.put(0, (byte) (side == null ? 0 : 1 + side.number()));
    }

    /** Who was being asked when the last word was written. */
    static @Nullable Side read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int code = bytes.length == 0 ? 0 : bytes[0];
        return code == 0 ? null : Side.numbered(code - 1);
    }
}

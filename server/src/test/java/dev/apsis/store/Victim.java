package dev.apsis.store;

import static dev.apsis.store.RoundsForTest.guest;
import static dev.apsis.store.RoundsForTest.round;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * A process that hands rounds to a store for as long as it lives, and says which of them the
 * journal has: {@code Victim DIRECTORY URL LIFE}.
 */
final class Victim {
    private static final int UNDER_WAY = 8;

    /** So small that files are begun and deleted all the time. */
    private static final long JOURNAL_BYTES = 64 * 1024;

    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
        var settings =
                StoreSettings.embedded(Path.of(arguments[0]))
                        .at(arguments[1], "", "")
                        .withJournalBytes(JOURNAL_BYTES);
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), /* autoFlush= */ true);
        Store store = Store.open(settings, Clock.systemUTC(), new Random());
        var free = new Semaphore(UNDER_WAY);
        for (int i = 0; ; i++) {
            free.acquire();
            String id = arguments[2] + "-" + i;
            RoundResult round =
                    round(id, Instant.EPOCH, guest("Ann", 1, true), guest("Bob", 0, false));
            var unused =
                    store.results()
                            .add(round)
                            .whenComplete(
                                    (kept, refused) -> {
                                        if (refused == null) {
                                            out.println(id);
                                        }
                                        free.release();
                                    });
        }
    }
}

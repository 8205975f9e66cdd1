package dev.apsis.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the store is: files of one directory, or a PostgreSQL by URL with only its journal there.
 *
 * @param url empty for the embedded database; else {@code postgresql://host:port/name} or as JDBC
 *     writes it
 * @param journalBytes rounds wait in so much on disk for a store that is away; what finishes beyond
 *     is refused, counted and logged
 * @param patience how long a server that ends waits for rounds on their way into the store; they
 *     are in the journal whether it does or not
 */
public record StoreSettings(
        Path directory,
        String url,
        String user,
        String password,
        long journalBytes,
        Duration patience) {
    public static final String STANDARD_DIRECTORY = "data";
    public static final long STANDARD_JOURNAL_BYTES = 64L * 1024 * 1024;
    public static final Duration STANDARD_PATIENCE = Duration.ofSeconds(5);

    /** The embedded database in that directory. */
    public static StoreSettings embedded(Path directory) {
        return new StoreSettings(directory, "", "", "", STANDARD_JOURNAL_BYTES, STANDARD_PATIENCE);
    }

    /** A PostgreSQL, with its journal in that directory. */
    public StoreSettings at(String where, String who, String secret) {
        return new StoreSettings(directory, where, who, secret, journalBytes, patience);
    }

    /** The same with another bound of the journal. */
    public StoreSettings withJournalBytes(long most) {
        return new StoreSettings(directory, url, user, password, most, patience);
    }

    /** Without the password: this may end in a log. */
    @Override
    public String toString() {
        return "StoreSettings[directory=%s, url=%s, user=%s]"
                .formatted(directory, url.isEmpty() ? "embedded" : "given", user);
    }
}

package dev.apsis.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A PostgreSQL as it is downloaded and run, for one class of tests, with an empty database for each
 * test. Its programs are here for Linux on amd64: elsewhere the tests are passed over, with a word
 * why, but never where CI is set.
 */
final class RealPostgres implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private @Nullable Path directory;
    private @Nullable EmbeddedPostgres running;
    private int port;
    private int databases;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        boolean runs =
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64");
        if (!runs && System.getenv("CI") == null) {
            Assumptions.abort("NOT TESTED: PostgreSQL's programs are here for Linux on amd64 only");
        }
        directory = Files.createTempDirectory("apsis-postgres");
        start();
    }

    /** Starts it where it was before, if it was. */
    void start() {
        try {
            EmbeddedPostgres started =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(directory)
                            .setCleanDataDirectory(false)
                            .setPort(port)
                            .start();
            port = started.getPort();
            running = started;
        } catch (IOException broken) {
            throw new UncheckedIOException("PostgreSQL can't be run here", broken);
        }
    }

    /** As when its machine is rebooted. */
    void stop() {
        EmbeddedPostgres stopping = running;
        running = null;
        try {
            if (stopping != null) {
                stopping.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        databases++;
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE test" + databases);
        }
    }

    /** These settings with this test's database. */
    StoreSettings database(StoreSettings settings) {
        return settings.at(url("test" + databases), "", "");
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(port, database);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        stop();
        Path gone = directory;
        if (gone != null) {
            try (Stream<Path> files = Files.walk(gone)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }
}

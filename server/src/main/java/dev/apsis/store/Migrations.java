package dev.apsis.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings a database's tables to the version this program knows, by numbered files of SQL that are
 * run once each, in order, and are never changed afterwards: their checksums are kept beside.
 *
 * <p>Every statement may be run again ({@code IF NOT EXISTS}): the embedded database commits each,
 * and a process that is killed in between begins the file anew.
 */
final class Migrations {
    /** All there are, in order; a file's number is its place here, from 1. */
    static final List<String> FILES = List.of("001-tables.sql", "002-records.sql");

    private Migrations() {}

    /** In one transaction; a {@link StoreProblem} says why it can't be done. */
    static void run(Database database, Connection connection, Instant now) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            database.lockSchema(statement);
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY,"
                            + " file VARCHAR(100) NOT NULL, checksum CHAR(64) NOT NULL,"
                            + " done TIMESTAMP(3) WITH TIME ZONE NOT NULL)");
            Map<Integer, String> done = done(statement);
            check(done);
            for (int number = done.size() + 1; number <= FILES.size(); number++) {
                for (String each : statements(text(number))) {
                    statement.execute(each);
                }
                note(connection, number, now);
            }
        }
    }

    private static Map<Integer, String> done(Statement statement) throws SQLException {
        Map<Integer, String> checksums = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT number, checksum FROM migrations")) {
            while (rows.next()) {
                checksums.put(rows.getInt(1), rows.getString(2));
            }
        }
        return checksums;
    }

    private static void check(Map<Integer, String> done) {
        if (done.size() > FILES.size()) {
            throw new StoreProblem(
                    StoreProblem.Kind.SETUP,
                    "the store was written by a later version of Apsis (tables of version %d, this"
                                    .formatted(done.size())
                            + " one knows %d): run that one, or restore a backup"
                                    .formatted(FILES.size()));
        }
        for (int number = 1; number <= done.size(); number++) {
            if (!checksum(text(number)).equals(done.get(number))) {
                throw new StoreProblem(
                        StoreProblem.Kind.SETUP,
                        "the store's tables were made by another %s than this version of Apsis has:"
                                        .formatted(FILES.get(number - 1))
                                + " run the version that made them, or restore a backup");
            }
        }
    }

    private static void note(Connection connection, int number, Instant now) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO migrations VALUES (?, ?, ?, ?)")) {
            insert.setInt(1, number);
            insert.setString(2, FILES.get(number - 1));
            insert.setString(3, checksum(text(number)));
            insert.setTimestamp(4, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    /** Statements end with a semicolon at the end of a line. */
    private static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        String code = text.replaceAll("(?m)^--.*\n", "");
        for (String each : code.split(";\n", -1)) {
            if (!each.isBlank()) {
                statements.add(each.strip());
            }
        }
        return statements;
    }

    private static String text(int number) {
        String file = FILES.get(number - 1);
        try (InputStream in = Migrations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String checksum(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}

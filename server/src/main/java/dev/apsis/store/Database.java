package dev.apsis.store;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Which database it is, how it is reached, and the few things in which one differs from another.
 * Both speak PostgreSQL's SQL; every statement but those here is the same for both.
 */
sealed interface Database {
    /** Opens a connection; transactions end when they are told to. */
    Connection connect() throws SQLException;

    /** In words for a log, without secrets. */
    String name();

    /** Keeps other servers from changing the schema until this transaction ends. */
    void lockSchema(Statement statement) throws SQLException;

    /** After this, what was committed survives the loss of process and power. */
    void harden(Connection connection) throws SQLException;

    /** Why it can't be opened, in words that say what to do. */
    StoreProblem explained(SQLException failed);

    /** Ends what was opened with the first connection. */
    void shutDown(Connection connection) throws SQLException;

    static Database of(StoreSettings settings) {
        return settings.url().isEmpty()
                ? Embedded.in(settings.directory())
                : Postgres.at(settings.url(), settings.user(), settings.password());
    }

    /** H2, in a file that one process has open. */
    record Embedded(Path directory, String url) implements Database {
        /** H2's code for a file that another process has open. */
        private static final int IN_USE = 90020;

        /** For its pages, so that the game keeps the heap. */
        private static final int CACHE_KIB = 8192;

        static Embedded in(Path directory) {
            Path path = directory.toAbsolutePath().normalize();
            if (path.toString().indexOf(';') >= 0) {
                throw new StoreProblem(
                        StoreProblem.Kind.SETUP,
                        "the data directory's path may not have a ';' in it: " + path);
            }
            return new Embedded(
                    path,
                    "jdbc:h2:file:"
                            + path.resolve("apsis")
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                            + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
                            + ";CACHE_SIZE="
                            + CACHE_KIB);
        }

        @Override
        public Connection connect() throws SQLException {
            Connection connection = DriverManager.getConnection(url, "apsis", "");
            connection.setAutoCommit(false);
            return connection;
        }

        @Override
        public String name() {
            return "the embedded database";
        }

        @Override
        public void lockSchema(Statement statement) {
            // its file is locked by this process anyway
        }

        @Override
        public void harden(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        }

        @Override
        public StoreProblem explained(SQLException failed) {
            String why =
                    failed.getErrorCode() == IN_USE
                            ? "another server uses it: stop that one, or choose another directory"
                            : failed.getMessage();
            return new StoreProblem(
                    StoreProblem.Kind.SETUP,
                    "can't open the data in %s: %s".formatted(directory, why),
                    failed);
        }

        @Override
        public void shutDown(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            }
        }
    }

    /** PostgreSQL, which others may use too. */
    record Postgres(String url, Properties properties) implements Database {
        private static final String JDBC = "jdbc:postgresql:";

        /** Any number that only Apsis asks for: "apsis" in ASCII. */
        private static final long SCHEMA_LOCK = 0x6170736973L;

        static Postgres at(String url, String user, String password) {
            var properties = new Properties();
            properties.setProperty("ApplicationName", "apsis");
            properties.setProperty("connectTimeout", "5");
            properties.setProperty("loginTimeout", "10");
            properties.setProperty("socketTimeout", "30");
            properties.setProperty("tcpKeepAlive", "true");
            put(properties, "user", user);
            put(properties, "password", password);
            return new Postgres(jdbc(url, properties), properties);
        }

        private static void put(Properties properties, String key, String value) {
            if (!value.isEmpty()) {
                properties.setProperty(key, value);
            }
        }

        /** Takes {@code postgres[ql]://user:password@host:port/name?options} too. */
        private static String jdbc(String url, Properties properties) {
            if (url.startsWith(JDBC)) {
                return url;
            }
            try {
                URI uri = new URI(url);
                String scheme = String.valueOf(uri.getScheme());
                if (!scheme.matches("postgres(ql)?") || uri.getHost() == null) {
                    throw unreadable();
                }
                if (uri.getUserInfo() != null) {
                    String[] parts = uri.getUserInfo().split(":", 2);
                    properties.putIfAbsent("user", parts[0]);
                    properties.putIfAbsent("password", parts.length > 1 ? parts[1] : "");
                }
                String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
                String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                return JDBC + "//" + uri.getHost() + port + uri.getRawPath() + query;
            } catch (URISyntaxException malformed) {
                throw unreadable();
            }
        }

        /** Does not repeat it: there may be a password in it. */
        private static StoreProblem unreadable() {
            return new StoreProblem(
                    StoreProblem.Kind.SETUP,
                    "the store's URL is not of a database that can be used:"
                            + " write postgresql://host:5432/name, or leave it empty for the"
                            + " embedded one");
        }

        @Override
        public Connection connect() throws SQLException {
            Connection connection = DriverManager.getConnection(url, properties);
            connection.setAutoCommit(false);
            return connection;
        }

        @Override
        public String name() {
            return "PostgreSQL";
        }

        @Override
        public void lockSchema(Statement statement) throws SQLException {
            statement.execute("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
        }

        /** What it has committed it has written. */
        @Override
        public void harden(Connection connection) {}

        @Override
        public StoreProblem explained(SQLException failed) {
            return new StoreProblem(
                    StoreProblem.Kind.SETUP,
                    "can't open the store in PostgreSQL: " + failed.getMessage(),
                    failed);
        }

        @Override
        public void shutDown(Connection connection) {}

        /** Without what is secret. */
        @Override
        public String toString() {
            return name();
        }
    }

    /** Makes a directory that only this user can look into, where the system knows of such. */
    static void makeDirectory(Path directory) {
        try {
            if (!Files.exists(directory)) {
                Files.createDirectories(directory);
                if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(
                            directory, PosixFilePermissions.fromString("rwx------"));
                }
            }
            if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
                throw new IOException("not a directory one may write to");
            }
        } catch (IOException refused) {
            throw new StoreProblem(
                    StoreProblem.Kind.SETUP,
                    "can't write to the data directory %s: choose another, or allow it"
                            .formatted(directory.toAbsolutePath()),
                    refused);
        }
    }
}

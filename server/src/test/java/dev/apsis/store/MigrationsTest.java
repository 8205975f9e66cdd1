package dev.apsis.store;

import static dev.apsis.store.RoundsForTest.account;
import static dev.apsis.store.RoundsForTest.house;
import static dev.apsis.store.RoundsForTest.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tables of other versions, and stores that can't be opened. */
class MigrationsTest {
    @TempDir Path directory = Path.of("");

    private Database database() {
        return Database.of(StoreSettings.embedded(directory));
    }

    private Store open(StoreSettings settings) {
        return Store.open(settings, Clock.systemUTC(), new Random(1));
    }

    private String problem(StoreSettings settings) {
        var problem = assertThrows(StoreProblem.class, () -> open(settings));
        assertEquals(StoreProblem.Kind.SETUP, problem.kind());
        return String.valueOf(problem.getMessage());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
            database().shutDown(connection);
        }
    }

    @Test
    void runAgainTheyDoNothing() throws SQLException {
        try (Connection connection = database().connect()) {
            for (int i = 0; i < 3; i++) {
                Migrations.run(database(), connection, Instant.EPOCH);
                connection.commit();
            }
            long count =
                    Row.all(connection, row -> row.getLong(1), "SELECT COUNT(*) FROM migrations")
                            .getFirst();
            assertEquals(Migrations.FILES.size(), count);
            database().shutDown(connection);
        }
    }

    /** The embedded database commits each statement: a process may die after any of them. */
    @Test
    void oneThatWasInterruptedIsBegunAnew() throws SQLException {
        open(StoreSettings.embedded(directory)).close();
        execute("DELETE FROM migrations");
        open(StoreSettings.embedded(directory)).close();
    }

    /** As an upgrade finds it: rounds are there, and the table of records is not. */
    @Test
    void recordsAreMadeOfTheRoundsThatAreThere() throws SQLException {
        Instant now = Instant.parse("2026-03-05T10:00:00Z");
        Store before = open(StoreSettings.embedded(directory));
        for (int score : new int[] {300, 900, 600}) {
            before.results().add(round("r" + score, now, account(7, "Ann", score, true)));
        }
        before.results().add(round("bot", now, house("Vega", 5000)));
        before.close();
        execute("DROP TABLE records");
        execute("DELETE FROM migrations WHERE number = 2");
        Store after = open(StoreSettings.embedded(directory));
        List<Surpassed> told = new CopyOnWriteArrayList<>();
        after.results().follow(told::add);
        after.results().add(round("r901", now, account(8, "Bob", 901, true)));
        after.results().settled().toCompletableFuture().join();
        after.close();
        assertEquals(List.of(new Surpassed("ffa", 7, 900, "Bob", 901)), told);
    }

    @Test
    void tablesOfALaterVersionAreLeftAlone() throws SQLException {
        open(StoreSettings.embedded(directory)).close();
        execute(
                "INSERT INTO migrations SELECT number + 1, file, checksum, done FROM migrations"
                        + " ORDER BY number DESC LIMIT 1");
        String why = problem(StoreSettings.embedded(directory));
        assertTrue(why.contains("a later version"), why);
    }

    @Test
    void tablesMadeOtherwiseAreLeftAlone() throws SQLException {
        open(StoreSettings.embedded(directory)).close();
        execute("UPDATE migrations SET checksum = '" + "0".repeat(64) + "'");
        String why = problem(StoreSettings.embedded(directory));
        assertTrue(why.contains("001-tables.sql"), why);
    }

    @Test
    void aDirectoryThatIsNoneIsSaid() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        String why = problem(StoreSettings.embedded(file));
        assertTrue(why.contains("choose another"), why);
    }

    @Test
    void aUrlOfSomethingElseIsSaidWithoutItsPassword() {
        StoreSettings settings = StoreSettings.embedded(directory);
        for (String url : new String[] {"mysql://me:secret@host/db", "::", "postgresql:///db"}) {
            String why = problem(settings.at(url, "", ""));
            assertTrue(why.contains("write postgresql://"), why);
            assertTrue(!why.contains("secret"), why);
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaid() {
        String why =
                problem(
                        StoreSettings.embedded(directory)
                                .at("postgresql://me:secret@127.0.0.1:1/db", "", ""));
        assertTrue(why.contains("can't open the store in PostgreSQL"), why);
        assertTrue(!why.contains("secret"), why);
    }
}

package dev.apsis.store;

import static dev.apsis.store.RoundsForTest.guest;
import static dev.apsis.store.RoundsForTest.round;
import static dev.apsis.store.StoreContract.answer;
import static dev.apsis.store.StoreContract.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Random;

/** A PostgreSQL that stops, comes back, or does not answer, costs nobody a round. */
class OutageTest {
    @RegisterExtension static final RealPostgres POSTGRES = new RealPostgres();

    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    @TempDir Path directory = Path.of("");
    private @Nullable Store open;

    private StoreSettings settings() {
        return POSTGRES.database(StoreSettings.embedded(directory));
    }

    @BeforeEach
    void openIt() {
        open = Store.open(settings(), () -> NOON, new Random(1));
    }

    @AfterEach
    void closeIt() {
        store().close();
    }

    private Store store() {
        Store store = open;
        if (store == null) {
            throw new IllegalStateException("opened before each test");
        }
        return store;
    }

    private void add(String id) {
        answer(store().results().add(round(id, NOON, guest("Ann", 1, true))));
    }

    private long rounds() {
        return answer(store().boards().countRounds());
    }

    @Test
    void roundsThatEndWhileItIsAwayAreThereWhenItIsBack() {
        add("before");
        POSTGRES.stop();
        for (int i = 0; i < 50; i++) {
            add("during " + i);
        }
        assertTrue(store().results().gauge().journalBytes() > 0);
        POSTGRES.start();
        answer(store().results().settled());
        assertEquals(51, rounds());
        assertFalse(store().results().gauge().failing());
    }

    @Test
    void whatIsAskedWhileItIsAwayIsAnsweredSoAndTheDoorKnowsItsBansStill() throws Exception {
        InetAddress banned = InetAddress.getByName("192.0.2.1");
        var target = new Ban.Target.Range(AddressRange.of(banned));
        answer(store().bans().add(new Ban.Wish(target, "", "root", null)));
        POSTGRES.stop();
        assertEquals(StoreProblem.Kind.AWAY, problem(store().boards().countRounds()).kind());
        assertTrue(store().ban(banned).isPresent());
        POSTGRES.start();
        assertEquals(0, rounds());
    }

    @Test
    void aServerThatEndsMeanwhileDeliversAfterItsNextStart() {
        POSTGRES.stop();
        add("late");
        store().close();
        POSTGRES.start();
        openIt();
        answer(store().results().settled());
        assertEquals(1, rounds());
    }

    /** Nothing that hands rounds over waits for it: they are kept while the table is locked. */
    @Test
    void roundsAreTakenWhileItDoesNotAnswer() throws SQLException {
        try (Connection other = DriverManager.getConnection(settings().url());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE rounds IN ACCESS EXCLUSIVE MODE");
            for (int i = 0; i < 50; i++) {
                add("round " + i);
            }
            assertEquals(0, store().results().gauge().delivered());
            other.rollback();
        }
        answer(store().results().settled());
        assertEquals(50, rounds());
    }

    @Test
    void beyondTheJournalsBoundARoundIsRefusedAndCounted() {
        store().close();
        open = Store.open(settings().withJournalBytes(2000), () -> NOON, new Random(1));
        POSTGRES.stop();
        int taken = 0;
        RoundResult round = round("r", NOON, guest("Ann", 1, true));
        while (!store().results()
                .add(round)
                .toCompletableFuture()
                .handle((kept, refused) -> refused != null)
                .join()) {
            taken++;
        }
        assertTrue(taken > 1 && taken < 20, taken + " rounds in 2000 bytes");
        assertEquals(1, store().results().gauge().refused());
        POSTGRES.start();
        answer(store().results().settled());
        assertEquals(1, rounds());
    }
}

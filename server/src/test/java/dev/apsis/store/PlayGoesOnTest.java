package dev.apsis.store;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;
import static dev.apsis.store.StoreContract.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.engine.ByReference;
import dev.apsis.gateway.Archive;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Round;
import dev.apsis.scribe.Scribe;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The game does not wait for its store. Room, doors and scribe share one event loop here, and what
 * the store waits for comes only after the game was seen to go on: if anything waited with it,
 * nothing would come any more.
 */
class PlayGoesOnTest {
    @RegisterExtension static final RealPostgres POSTGRES = new RealPostgres();

    @TempDir Path directory = Path.of("");

    private Vertx vertx;
    private Store store;
    private int port;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        store = Store.open(settings(), Clock.systemUTC(), new Random(1));
        GameSettings duel = GameSettings.of(Game.DUEL, 2, 2, 60);
        var start = new Server.Start("127.0.0.1", 0, Set.of(), "pit", duel, 0, 7);
        port = done(Server.start(vertx, start, 1, new Archive(store))).port();
    }

    @AfterEach
    void close() {
        done(vertx.close());
        store.close();
    }

    private StoreSettings settings() {
        return POSTGRES.database(StoreSettings.embedded(directory));
    }

    @Test
    void whileTheDatabaseDoesNotAnswer() throws SQLException {
        CompletionStage<Long> asked;
        try (Connection other = DriverManager.getConnection(settings().url());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE rounds, accounts IN ACCESS EXCLUSIVE MODE");
            asked = store.boards().countRounds();
            playARoundAndOn();
            assertFalse(asked.toCompletableFuture().isDone(), "it still does not answer");
            assertEquals(0, store.results().gauge().delivered());
            other.rollback();
        }
        assertEquals(0, answer(asked));
        answer(store.results().settled());
        assertEquals(1, answer(store.boards().countRounds()));
    }

    @Test
    void whileTheDatabaseIsGone() {
        POSTGRES.stop();
        playARoundAndOn();
        assertEquals(0, store.results().gauge().delivered());
        POSTGRES.start();
        answer(store.results().settled());
        assertEquals(1, answer(store.boards().countRounds()));
    }

    /** Who opens a pipe to write waits until it is opened to read: as on a disk that hangs. */
    @Test
    void whileTheDiskDoesNotAnswer() throws IOException, InterruptedException {
        Path pipe = directory.resolve("journal").resolve("00000001.journal");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        playARoundAndOn();
        FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE).close();
        answer(store.results().settled());
        assertEquals(1, answer(store.boards().countRounds()));
        assertFalse(Files.exists(pipe), "the journal took it for its own file");
    }

    /** One leaves, so the round is over; it is handed over; then somebody joins and they fly on. */
    private void playARoundAndOn() {
        PilotClient ann = PilotClient.connect(vertx, port, "pit").say(hello("Ann", ""));
        PilotClient bob = PilotClient.connect(vertx, port, "pit").say(hello("Bob", ""));
        ann.answering().until(pilot -> pilot.phase() == Round.Phase.PLAYING);
        bob.say(new ClientMessage.Goodbye());
        ann.until(pilot -> pilot.phase() == Round.Phase.PODIUM);
        done(vertx.eventBus().request(Scribe.ADDRESS, "", ByReference.DELIVERY));
        PilotClient eve = PilotClient.connect(vertx, port, "pit").say(hello("Eve", ""));
        eve.answering().until(PilotClient::welcomed);
        int tick = ann.mirror().tick();
        ann.until(pilot -> pilot.mirror().tick() > tick + 60);
    }
}

package dev.apsis;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.app.Server;
import dev.apsis.engine.RoomTiming;
import dev.apsis.protocol.message.ClientMessage.Hello;
import dev.apsis.protocol.message.People.Person;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.OrbitSchema;

import io.vertx.core.Vertx;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A bot of another language stands still as a debugger lets it, and has missed nothing. */
class BreakpointIT {
    private static final Arena EMPTY = new Arena(1000, 60, List.of());

    private Vertx vertx;
    private int port;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
        var start =
                new Server.Start("127.0.0.1", 0, "lab", 4, EMPTY, 7)
                        .with(RoomTiming.STANDARD.waitingForBots(true));
        port = done(Server.start(vertx, start, 1)).port();
    }

    @AfterEach
    void close() {
        done(vertx.close());
    }

    @Test
    void aStoppedPythonBotKeepsItsShipAndTheRoomGoesOnWithIt() throws Exception {
        var hello = new Hello(OrbitSchema.SCHEMA.hash(), "ann", "", "", false, /* bot= */ false);
        PilotClient person = PilotClient.connect(vertx, port, "lab").say(hello);
        person.answering().until(PilotClient::flies);
        Process python = python();
        try {
            person.until(client -> bot(client).map(bot -> client.sees(bot.seat())).orElse(false));
            int seat = bot(person).orElseThrow().seat();
            signal(python, "STOP");
            var framesBefore = new AtomicInteger();
            person.until(client -> waits(client, framesBefore));
            int stood = person.mirror().tick();
            person.until(client -> client.snapshots() > framesBefore.get());
            assertEquals(stood, person.mirror().tick(), "nothing moves meanwhile");
            signal(python, "CONT");
            person.until(client -> client.mirror().tick() > stood + 60);
            assertTrue(person.sees(seat), "its ship is still there");
            assertEquals(seat, bot(person).orElseThrow().seat());
        } finally {
            python.destroyForcibly();
        }
    }

    /** Whether it heard that; the frames it had before, for another one may come with the words. */
    private static boolean waits(PilotClient client, AtomicInteger frames) {
        frames.set(client.snapshots());
        return client.notice().equals("waiting for python");
    }

    private static Optional<Person> bot(PilotClient client) {
        return client.people().people().stream().filter(Person::bot).findAny();
    }

    private Process python() throws IOException {
        String[] command = {
            "python3", "../examples/json-bot.py", "127.0.0.1", Integer.toString(port), "lab"
        };
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException missing) {
            if (System.getenv("CI") != null) {
                throw missing;
            }
            System.getLogger(BreakpointIT.class.getName())
                    .log(System.Logger.Level.WARNING, "NOT RUN: there is no python3");
            return Assumptions.abort("there is no python3");
        }
    }

    private static void signal(Process process, String name) throws Exception {
        String pid = Long.toString(process.pid());
        assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
    }
}

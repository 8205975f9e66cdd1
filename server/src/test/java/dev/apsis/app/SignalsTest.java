package dev.apsis.app;

import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own that is told to stop while somebody plays there. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(VertxExtension.class)
class SignalsTest {
    private static final Pattern READY = Pattern.compile("is ready: http://127.0.0.1:(\\d+)/");

    private final List<Process> processes = new ArrayList<>();
    @TempDir private Path folder;
    private Vertx vertx;

    @BeforeEach
    void setUp(Vertx given) {
        vertx = given;
    }

    @AfterEach
    void kill() {
        processes.forEach(Process::destroyForcibly);
    }

    /** A process that would wait so long for its people, and one of them. */
    private final class Host {
        private final Process process;
        private final BufferedReader out;
        private final int port;
        private final PilotClient ann;

        Host(int drainSeconds) throws IOException {
            process = start("--drain=" + drainSeconds);
            out = process.inputReader();
            Matcher ready = READY.matcher(String.valueOf(out.readLine()));
            assertTrue(ready.find(), "the server did not start");
            port = Integer.parseInt(ready.group(1));
            ann = connect("ann").until(PilotClient::flies);
        }

        PilotClient connect(String name) {
            return PilotClient.connect(vertx, port, "arena").say(hello(name, ""));
        }

        /** Not by the process itself, which would close what we read from it. */
        void signal() {
            assertTrue(process.toHandle().destroy());
        }

        void assertEndsWell() throws InterruptedException {
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it does not end");
            assertEquals(0, process.exitValue(), "the code of a server that was told to stop");
        }
    }

    private Process start(String option) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "serve",
                                "--no-store",
                                "--host=127.0.0.1",
                                "--port=0",
                                option)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        processes.add(process);
        return process;
    }

    private static void assertDrained(PilotClient pilot) {
        pilot.until(PilotClient::closed);
        assertEquals(Refusal.DRAINING.closeCode(), pilot.closeCode());
    }

    @Test
    void itsPeopleHearOfItNobodyElseIsLetInAndItEndsWhenTheyHaveLeft() throws Exception {
        var host = new Host(3600);
        host.signal();
        host.ann.until(pilot -> pilot.notice().contains("restarts in 3600 s"));
        assertDrained(host.connect("bob"));
        assertTrue(host.process.isAlive(), "ann plays on");
        host.ann.say(new ClientMessage.Goodbye());
        host.assertEndsWell();
    }

    @Test
    void whoStaysIsToldWhenItsTimeIsUp() throws Exception {
        var host = new Host(1);
        host.signal();
        host.ann.until(pilot -> pilot.notice().contains("restarts in 1 s"));
        assertDrained(host.ann);
        host.assertEndsWell();
    }

    @Test
    void aSecondSignalEndsItAtOnceAndPeopleStillLearnWhy() throws Exception {
        var host = new Host(3600);
        host.signal();
        assertEquals(
                "draining for up to 3600 s; a second signal ends at once", host.out.readLine());
        host.ann.until(pilot -> pilot.notice().contains("restarts in 3600 s"));
        host.signal();
        assertDrained(host.ann);
        host.assertEndsWell();
    }
}

package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theVersionIsPrinted() {
        assertEquals(0, run("--version"));
        assertEquals("apsis dev", out.toString().strip());
    }

    @Test
    void noCommandPrintsTheUsage() {
        assertEquals(2, run());
        assertTrue(err.toString().startsWith("Usage: apsis"), err::toString);
    }

    @Test
    void unknownWordsAreRefusedInOneSentence() {
        assertEquals(2, run("--sevre"));
        assertEquals(
                "apsis: Unknown option: '--sevre' (see 'apsis --help')", err.toString().strip());
    }

    @Test
    void aUsersProblemIsOneSentence() {
        assertEquals(2, run("break", "--port-taken"));
        assertEquals("apsis: port 7777 is taken", err.toString().strip());
    }

    @Test
    void ourBugShowsItsStackTrace() {
        assertEquals(1, run("break"));
        assertTrue(err.toString().contains("IllegalStateException: a bug"), err::toString);
        assertTrue(err.toString().contains("at dev.apsis.app.MainTest"), err::toString);
    }

    private int run(String... args) {
        return Main.commandLine()
                .addSubcommand(new Break())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Command(name = "break")
    private static final class Break implements Callable<Integer> {
        @CommandLine.Option(names = "--port-taken")
        private boolean portTaken;

        @Override
        public Integer call() {
            if (portTaken) {
                throw new UsageProblem("port 7777 is taken");
            }
            throw new IllegalStateException("a bug");
        }
    }
}

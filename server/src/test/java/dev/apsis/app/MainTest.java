package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    serve --port abc                       | --port is 0 to 65535, not 'abc'
                    serve --port 99999999999               | --port is 0 to 65535, not 99999999999
                    bots --count abc                       | 'abc' is not a whole number
                    serve --mode duel --capacity 8         | leave --capacity 8 out
                    serve --teams 3                        | --teams goes with --mode teams only
                    serve --mode teams --teams 9           | --teams is 2 to 4, not 9
                    serve --allow-origin foo               | such as https://play.example, not 'foo'
                    serve --allow-origin https://foo/bar   | such as https://play.example
                    serve --public-address http://a.example | needs directory.urls
                    serve --directory http://x:99999       | such as https://play.example, not
                    serve --public-address play.example    | is empty, or a scheme and a host
                    directory --port 70000                 | --port is 0 to 65535, not 70000
                    serve --capacity 4 --bots 5            | --bots is 0 to the capacity, which is 4
                    serve --idle -1                        | --idle is 0 to 86400 seconds, not -1
                    serve --no-store --host 203.0.113.7 --port 17399 | is no address of this machine
                    sim --json --matches 2                 | leave --matches out
                    sim --mode duel --bots 8               | a duel has 2 pilots
                    """)
    void optionsThatContradictAreRefusedWithAHint(String line, String hint) {
        assertEquals(2, run(line.split(" ")));
        assertTrue(err.toString().contains(hint), err::toString);
        assertEquals(1, err.toString().strip().lines().count(), err::toString);
    }

    @Test
    void aTakenPortIsSaidInPlainWords() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertEquals(2, run("serve", "--no-store", "--host", "127.0.0.1", "--port", port));
        }
        assertTrue(err.toString().contains("is taken by another program"), err::toString);
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

package dev.apsis.app;

import dev.apsis.doctor.Examination;
import dev.apsis.doctor.Readings;
import dev.apsis.doctor.Report;
import dev.apsis.doctor.Verdict;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** The command {@code apsis doctor}: what the network does to live connections to a server. */
@Command(
        name = "doctor",
        description =
                "Reads a server's test feed by polling, long polling, server-sent events and"
                        + " WebSocket at once, and says what the network does to them. Exits with"
                        + " 1 if the server can't be reached.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class Doctor implements Callable<Integer> {
    private static final int MOST_SECONDS = 600;
    private static final double NANOS_PER_MILLI = 1e6;

    @Parameters(
            index = "0",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:7777",
            description = "The server (default: ${DEFAULT-VALUE}).")
    private String url = "";

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description =
                    "How long to measure; what cuts connections later is not seen (default:"
                            + " ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description =
                    "For https://: the certificate of the server, or of who vouches for it, in PEM;"
                            + " nobody else is believed then.")
    private @Nullable Path trusted;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        UsageProblem.unless(
                seconds >= 1 && seconds <= MOST_SECONDS, "--seconds is 1 to 600, not " + seconds);
        UsageProblem.unless(
                url.matches("https?://[^/\\s]+/?"),
                "URL is a scheme and a host, such as http://127.0.0.1:7777, not '" + url + "'");
        long baseMillis = System.currentTimeMillis();
        long baseNanos = System.nanoTime();
        var examination =
                new Examination(
                        URI.create(url),
                        Trust.of(trusted),
                        () -> baseMillis + (System.nanoTime() - baseNanos) / NANOS_PER_MILLI);
        Readings readings = examination.run(seconds);
        Verdict verdict = Verdict.of(readings);
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(
                    json
                            ? Report.json(readings, verdict).encodePrettily() + '\n'
                            : Report.text(readings, verdict));
            out.flush();
            String why = examination.trouble();
            if (!verdict.reachable() && !why.isEmpty()) {
                String advice = why.contains("certificat") ? "; " + Trust.ADVICE : "";
                spec.commandLine().getErr().println("apsis: no answer: " + why + advice);
            }
        }
        return verdict.reachable() ? 0 : 1;
    }
}

package dev.apsis.app;

import dev.apsis.gateway.RoomWish;
import dev.apsis.load.Booking;
import dev.apsis.load.Moment;
import dev.apsis.load.Plan;
import dev.apsis.load.Report;
import dev.apsis.load.Squadron;
import dev.apsis.load.Temper;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;

/** The command {@code apsis bots}: loads a server with clients, and reports what they met. */
@Command(
        name = "bots",
        description =
                "Loads a server with real clients, and reports what they met: exit code 0, or 1 if"
                        + " nobody could join.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class Bots implements Callable<Integer> {
    private static final int NOBODY_JOINED = 1;
    private static final int MOST_CLIENTS = 10_000;
    private static final int LONGEST_SECONDS = 86_400;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "ws://127.0.0.1:7777",
            description = "The server (default: ${DEFAULT-VALUE}).")
    private String url = "";

    @Option(
            names = "--room",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "load",
            description =
                    "The room, or several with commas between them, which share the clients; one"
                            + " that does not exist is opened with the seats it needs (default:"
                            + " ${DEFAULT-VALUE}).")
    private List<String> rooms = new ArrayList<>();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "50",
            description = "Clients, 1 to 10000; a room has 1000 seats at most (default: 50).")
    private int count;

    @Option(
            names = "--pilot",
            paramLabel = "PILOT",
            defaultValue = "random",
            description = "How they fly: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Temper pilot = Temper.RANDOM;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "20",
            description = "How long to measure, once all are in (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--settle",
            paramLabel = "S",
            defaultValue = "3",
            description =
                    "How long to wait before that, so that a server just started is warm (default:"
                            + " ${DEFAULT-VALUE}).")
    private int settleSeconds;

    @Option(
            names = "--server-pid",
            paramLabel = "PID",
            defaultValue = "0",
            description = "The server's process, if it is on this machine: adds its CPU time.")
    private long serverPid;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description =
                    "For wss://: the certificate of the server, or of who vouches for it, in PEM;"
                            + " nobody else is believed then.")
    private @Nullable Path trusted;

    @Option(names = "--json", description = "Prints the report as one JSON object.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        URI server = server();
        SSLContext trust = Trust.of(trusted);
        String booked = book(server, trust);
        long seed = new SecureRandom().nextLong();
        Plan plan =
                new Plan(server, rooms, count, pilot, settleSeconds, seconds, seed, process())
                        .trusting(trust);
        Report report;
        try (Squadron squadron = new Squadron(plan, System::nanoTime, watcher())) {
            report = squadron.fly();
        }
        PrintWriter out = commandSpec().commandLine().getOut();
        out.print(json ? report.json().encode() + System.lineSeparator() : report.text());
        out.flush();
        if (report.joined() > 0) {
            return 0;
        }
        String said = booked.isEmpty() ? "" : "; of the room: " + booked;
        String advice = report.why().contains("certificat") ? "; " + Trust.ADVICE : "";
        err().println("apsis: nobody could join: " + report.why() + advice + said);
        return NOBODY_JOINED;
    }

    /** Opens the rooms that are not there; what the server said where it did not, if anything. */
    private String book(URI server, SSLContext trust) {
        String said = "";
        int seats = Math.ceilDiv(count, rooms.size());
        for (String room : rooms) {
            try {
                Booking booking = Booking.ask(server, trust, room, seats);
                said = booking.opened() ? said : booking.answer();
            } catch (IOException unheard) {
                said = Objects.requireNonNullElse(unheard.getMessage(), "");
            }
        }
        return said;
    }

    private void check() {
        UsageProblem.unless(
                count >= 1 && count <= MOST_CLIENTS, "--count is 1 to 10000, not " + count);
        UsageProblem.unless(
                count <= rooms.size() * RoomWish.MAX_CAPACITY,
                "a room has at most 1000 seats: name more rooms, as in --room a,b,c");
        UsageProblem.unless(
                seconds >= 1 && seconds <= LONGEST_SECONDS,
                "--seconds is 1 to 86400, not " + seconds);
        UsageProblem.unless(
                settleSeconds >= 0 && settleSeconds <= LONGEST_SECONDS,
                "--settle is 0 to 86400 seconds, not " + settleSeconds);
        for (String room : rooms) {
            UsageProblem.unless(
                    RoomWish.NAME.matcher(room).matches(),
                    "--room is 1 to 32 of a-z, 0-9 and '-', not '" + room + "'");
        }
    }

    private @Nullable ProcessHandle process() {
        if (serverPid == 0) {
            return null;
        }
        ProcessHandle process = ProcessHandle.of(serverPid).orElse(null);
        UsageProblem.unless(process != null, "--server-pid: there is no process " + serverPid);
        return process;
    }

    private URI server() {
        try {
            URI server = URI.create(url);
            String scheme = String.valueOf(server.getScheme());
            boolean known = List.of("ws", "wss", "http", "https").contains(scheme);
            boolean bare = server.getRawPath() == null || server.getRawPath().matches("/?");
            UsageProblem.unless(
                    known && server.getHost() != null && bare && server.getRawQuery() == null,
                    "--url is like ws://127.0.0.1:7777 or wss://play.example, not '" + url + "'");
            return server;
        } catch (IllegalArgumentException noAddress) {
            throw new UsageProblem(
                    "--url is like ws://127.0.0.1:7777 or wss://play.example, not '" + url + "'");
        }
    }

    private Consumer<Moment> watcher() {
        PrintWriter err = err();
        if (!Terminal.present()) {
            return moment -> {};
        }
        return moment -> {
            boolean last = moment.phase() == Moment.Phase.LEAVING;
            err.print(last ? "\r\u001b[K" : "\r\u001b[K" + moment);
            err.flush();
        };
    }

    private PrintWriter err() {
        return commandSpec().commandLine().getErr();
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it calls");
        }
        return spec;
    }
}

package dev.apsis.app;

import dev.apsis.config.LiveSettings;
import dev.apsis.config.LiveSettings.Change;
import dev.apsis.config.LiveSettings.Outcome;
import dev.apsis.config.Problem;
import dev.apsis.config.Reading;
import dev.apsis.config.ServerKeys;
import dev.apsis.config.Settings;
import dev.apsis.config.Sources;
import dev.apsis.config.StoreKeys;
import dev.apsis.config.WatchKeys;
import dev.apsis.gateway.Approach;
import dev.apsis.gateway.Archive;
import dev.apsis.gateway.RedirectVerticle;
import dev.apsis.listing.Announcer;
import dev.apsis.log.LogStyle;
import dev.apsis.store.Store;
import dev.apsis.store.StoreProblem;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The command {@code apsis serve}: runs a server until it is told to stop. */
@Command(
        name = "serve",
        description = "Runs a server: page, game and API on one port.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class Serve implements Callable<Integer> {
    /** After a second signal pilots are told why, if they can be within so long. */
    private static final int LAST_WORDS_MILLIS = 1000;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The file of settings (default: what APSIS_CONFIG names, or apsis.yaml if it"
                            + " is here).")
    private @Nullable Path file;

    private final AtomicInteger signals = new AtomicInteger();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        Path found = Sources.file(file, environment);
        var sources =
                new Sources(
                        found, environment, Flags.given(command().commandLine().getParseResult()));
        Reading reading = sources.read();
        UsageProblem.unlessGood(reading);
        Logs.open(
                LogStyle.valueOf(
                        reading.settings().get(WatchKeys.LOG_STYLE).toUpperCase(Locale.ROOT)));
        var live = new LiveSettings(sources, reading);
        Approach approach = Approaches.of(reading.settings(), Instant.now());
        Archive archive = archive(reading.settings());
        Server.Start start =
                Plans.start(reading.settings(), archive.tokens(), new SecureRandom().nextLong())
                        .with(approach);
        Footprint.keepSmall();
        int loops = Loops.best(Runtime.getRuntime().availableProcessors());
        Vertx vertx = Loops.vertx(loops);
        var running = new CompletableFuture<Server>();
        try {
            var watch =
                    new Watch(
                            Porter.badges(reading.settings(), this::say),
                            archive,
                            live,
                            announcer(reading.settings()),
                            seconds -> aside(() -> stop(running.join(), vertx, seconds, archive)));
            Server server =
                    Server.start(vertx, start, Loops.gatewaysOf(loops), watch)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join();
            running.complete(server);
            announce(server, start);
            live.onChange(settings -> server.amend(Plans.house(settings)));
            boolean seen = Terminal.present();
            Signals.onReload(
                    () -> {
                        reload(live);
                        var unused = server.renewCertificate();
                        if (seen && out().checkError()) {
                            stop(server, vertx, live, archive); // nobody looks any more
                        }
                    });
            Signals.onStop(() -> stop(server, vertx, live, archive));
        } catch (RuntimeException failure) {
            vertx.close();
            archive.close();
            throw explained(failure, start);
        }
        return 0;
    }

    private static Announcer announcer(Settings settings) {
        return new Announcer(Plans.listing(settings), Main.version(), new SecureRandom());
    }

    private static Archive archive(Settings settings) {
        if (settings.get(StoreKeys.OFF)) {
            return Archive.NONE;
        }
        try {
            return new Archive(
                    Store.open(Plans.store(settings), Clock.systemUTC(), new SecureRandom()));
        } catch (StoreProblem problem) {
            throw new UsageProblem(String.valueOf(problem.getMessage()), problem);
        }
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec, "picocli sets the spec before it calls");
    }

    private void reload(LiveSettings live) {
        switch (live.reload()) {
            case Outcome.Applied(List<Change> changes) -> {
                say("configuration read again, changes: " + changes.size());
                changes.forEach(change -> say("  " + change));
            }
            case Outcome.Refused(List<Problem> problems) -> {
                say("configuration read again, nothing changed, problems: " + problems.size());
                problems.forEach(problem -> say("  " + problem));
            }
        }
    }

    private void announce(Server server, Server.Start start) {
        String shown = start.host().equals("0.0.0.0") ? "127.0.0.1" : start.host();
        say(
                "%s is ready: %s://%s:%d/ (stop it with Ctrl+C)"
                        .formatted(
                                Main.Version.text(),
                                start.approach().scheme(),
                                shown,
                                server.port()));
    }

    private PrintWriter out() {
        return command().commandLine().getOut();
    }

    private void say(String line) {
        PrintWriter out = out();
        out.println(line);
        out.flush();
    }

    private static RuntimeException explained(RuntimeException failure, Server.Start start) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RedirectVerticle.Unavailable) {
                return new UsageProblem(String.valueOf(cause.getMessage()), failure);
            }
            if (cause instanceof UnknownHostException) {
                return new UsageProblem("--host '" + start.host() + "' is not an address", failure);
            }
            if (cause instanceof IOException) {
                String why = String.valueOf(cause.getMessage());
                return new UsageProblem(bindProblem(why, start.host(), start.port()), failure);
            }
        }
        return failure;
    }

    /** The system says in many words why a port can't be had; three of them matter. */
    private static String bindProblem(String why, String host, int port) {
        String words = why.toLowerCase(Locale.ROOT);
        if (words.contains("in use")) {
            return "port %d is taken by another program: choose another with --port"
                    .formatted(port);
        }
        if (words.contains("permission")) {
            return ("port %d needs more rights than this program has:"
                            + " choose one above 1023 with --port")
                    .formatted(port);
        }
        if (words.contains("assign")) {
            return "%s is no address of this machine: choose another with --host".formatted(host);
        }
        return "can't listen on port %d at %s: choose another --port or --host"
                .formatted(port, host);
    }

    /**
     * The first signal drains, the second ends all rooms at once, the third waits for nothing.
     * Being told to stop is no failure: the code is 0, not that of the signal.
     */
    private void stop(Server server, Vertx vertx, LiveSettings live, Archive archive) {
        stop(server, vertx, live.wanted().get(ServerKeys.DRAIN_SECONDS), archive);
    }

    private void stop(Server server, Vertx vertx, int drainSeconds, Archive archive) {
        switch (signals.incrementAndGet()) {
            case 1 -> {
                say(
                        "draining for up to %d s; a second signal ends at once"
                                .formatted(drainSeconds));
                try {
                    finished(server.drain(drainSeconds));
                    finished(vertx.close());
                    archive.close();
                } finally {
                    Runtime.getRuntime().halt(0);
                }
            }
            case 2 -> {
                var unused = server.drain(0);
                vertx.setTimer(LAST_WORDS_MILLIS, late -> Runtime.getRuntime().halt(0));
            }
            default -> Runtime.getRuntime().halt(0);
        }
    }

    /** An admin's word counts like a signal; event loops must not wait for it. */
    private static void aside(Runnable work) {
        Thread.ofPlatform().name("stop").start(work);
    }

    /** Waits in a thread of our own: the event loops are about to end. */
    private static void finished(Future<?> last) {
        last.otherwiseEmpty().toCompletionStage().toCompletableFuture().join();
    }
}

package dev.apsis.app;

import dev.apsis.engine.RoomTiming;
import dev.apsis.gateway.ChatPolicy;
import dev.apsis.gateway.RoomWish;
import dev.apsis.orbit.GameSettings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** The command {@code apsis serve}: runs a server until it is told to stop. */
@Command(
        name = "serve",
        description = "Runs a server: page, game and API on one port.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class Serve implements Callable<Integer> {
    private static final int MAX_DRAIN_SECONDS = 3600;
    private static final int MAX_PORT = 65535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "7777",
            description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "0.0.0.0",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, which is all of them).")
    private String host = "";

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description =
                    "A foreign page that may play here, such as https://play.example; may be given"
                            + " more than once.")
    private List<String> origins = new ArrayList<>();

    @Option(
            names = "--room",
            paramLabel = "NAME",
            defaultValue = "arena",
            description = "Name of the room to open (default: ${DEFAULT-VALUE}).")
    private String room = "";

    @Option(
            names = "--capacity",
            paramLabel = "SEATS",
            defaultValue = "32",
            description = "Seats in the room, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int capacity;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description =
                    "How long a round may go on after a signal to stop (default:"
                            + " ${DEFAULT-VALUE}).")
    private int drainSeconds;

    @Option(
            names = "--bots",
            paramLabel = "COUNT",
            defaultValue = "0",
            description =
                    "House bots that keep the room at so many participants, and leave as people"
                            + " come (default: ${DEFAULT-VALUE}).")
    private int bots;

    @Option(
            names = "--chat",
            paramLabel = "POLICY",
            defaultValue = "room",
            description =
                    "Whom pilots may speak to: room, team (their own only) or off; signs are always"
                            + " allowed (default: ${DEFAULT-VALUE}).")
    private ChatPolicy chat = ChatPolicy.ROOM;

    private final AtomicBoolean stopping = new AtomicBoolean();

    @Mixin private final MatchOptions match = new MatchOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        check();
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
        Vertx vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setPreferNativeTransport(true)
                                .setEventLoopPoolSize(loops));
        long seed = new SecureRandom().nextLong();
        int ticksPerSecond = RoomTiming.STANDARD.ticksPerSecond();
        GameSettings game = match.settings(capacity, ticksPerSecond);
        var settings =
                new Server.Start(host, port, Set.copyOf(origins), room, game, bots, chat, seed);
        try {
            Server server =
                    Server.start(vertx, settings, loops)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join();
            announce(server);
            Signals.onStop(() -> stop(server, vertx));
        } catch (RuntimeException failure) {
            vertx.close();
            throw explained(failure);
        }
        return 0;
    }

    private void check() {
        UsageProblem.unless(port >= 0 && port <= MAX_PORT, "--port is 0 to 65535, not " + port);
        UsageProblem.unless(
                capacity >= 1 && capacity <= RoomWish.MAX_CAPACITY,
                "--capacity is 1 to 1000, not " + capacity);
        UsageProblem.unless(
                bots >= 0 && bots <= RoomWish.MAX_CAPACITY, "--bots is 0 to 1000, not " + bots);
        UsageProblem.unless(
                drainSeconds >= 0 && drainSeconds <= MAX_DRAIN_SECONDS,
                "--drain is 0 to 3600 seconds, not " + drainSeconds);
        UsageProblem.unless(
                RoomWish.NAME.matcher(room).matches(),
                "--room is 1 to 32 of a-z, 0-9 and '-', not '" + room + "'");
    }

    private void announce(Server server) {
        String shown = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        say(
                "%s is ready: http://%s:%d/ (stop it with Ctrl+C)"
                        .formatted(Main.Version.text(), shown, server.port()));
    }

    private void say(String line) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it calls");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return new UsageProblem("--host '" + host + "' is not an address", failure);
            }
            if (cause instanceof IOException) {
                return new UsageProblem(
                        "can't listen on port %d at %s (%s): choose another --port or --host"
                                .formatted(port, host, cause.getMessage()),
                        failure);
            }
        }
        return failure;
    }

    /**
     * The first signal drains, the second ends at once. Being told to stop is no failure: the code
     * is 0, not that of the signal.
     */
    private void stop(Server server, Vertx vertx) {
        if (stopping.getAndSet(true)) {
            Runtime.getRuntime().halt(0);
        }
        say("draining for up to %d s; a second signal ends at once".formatted(drainSeconds));
        try {
            finished(server.drain(drainSeconds));
            finished(vertx.close());
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Waits in a thread of our own: the event loops are about to end. */
    private static void finished(Future<?> last) {
        last.otherwiseEmpty().toCompletionStage().toCompletableFuture().join();
    }
}

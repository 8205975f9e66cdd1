package dev.apsis.app;

import dev.apsis.engine.BotPolicy;
import dev.apsis.engine.Idleness;
import dev.apsis.engine.RoomTiming;
import dev.apsis.gateway.Archive;
import dev.apsis.gateway.ChatPolicy;
import dev.apsis.gateway.RoomWish;
import dev.apsis.orbit.GameSettings;
import dev.apsis.store.Store;
import dev.apsis.store.StoreProblem;
import dev.apsis.store.StoreSettings;

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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** The command {@code apsis serve}: runs a server until it is told to stop. */
@Command(
        name = "serve",
        description = "Runs a server: page, game and API on one port.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class Serve implements Callable<Integer> {
    private static final int MAX_DRAIN_SECONDS = 3600;

    /** After a second signal pilots are told why, if they can be within so long. */
    private static final int LAST_WORDS_MILLIS = 1000;

    private static final int MAX_IDLE_SECONDS = 86_400;
    private static final int STANDARD_CAPACITY = 32;
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
            description = "Seats in the room, 1 to 1000; a duel has 2 (default: 32).")
    private @Nullable Integer capacity;

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
            names = "--bot-policy",
            paramLabel = "POLICY",
            defaultValue = "open",
            description =
                    "Which seats are for programs of others: open (all), none, fill (what people"
                            + " leave free) or only (people watch) (default: ${DEFAULT-VALUE}).")
    private BotPolicy botPolicy = BotPolicy.OPEN;

    @Option(
            names = "--chat",
            paramLabel = "POLICY",
            defaultValue = "room",
            description =
                    "Whom pilots may speak to: room, team (their own only) or off; signs are always"
                            + " allowed (default: ${DEFAULT-VALUE}).")
    private ChatPolicy chat = ChatPolicy.ROOM;

    @Option(
            names = "--idle",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description =
                    "Pilots who do nothing for so long watch, and their seat is free; 0 for never"
                            + " (default: ${DEFAULT-VALUE}).")
    private int idleSeconds;

    @Option(
            names = "--away",
            paramLabel = "SECONDS",
            defaultValue = "900",
            description =
                    "Who then does nothing for so long is sent away; 0 for never (default:"
                            + " ${DEFAULT-VALUE}).")
    private int awaySeconds;

    @Option(
            names = "--spare-bots",
            description =
                    "Programs that say they are bots may do nothing for as long as they like.")
    private boolean spareBots;

    @Option(
            names = "--wait-for-bots",
            description =
                    "For debugging: no tick is run before every bot has said what it wants in it."
                            + " The room is not listed then.")
    private boolean waitsForBots;

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            defaultValue = StoreSettings.STANDARD_DIRECTORY,
            description =
                    "Where results, accounts and bans are kept, or their journal if a database is"
                            + " named (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of(StoreSettings.STANDARD_DIRECTORY);

    @Option(
            names = "--no-store",
            description = "Keep nothing: everybody is a guest, and no round is remembered.")
    private boolean forgetful;

    @Option(
            names = "--store-url",
            paramLabel = "URL",
            defaultValue = "${APSIS_STORE_URL:-}",
            description =
                    "A PostgreSQL instead of the embedded database, such as"
                            + " postgresql://host:5432/name; better given as APSIS_STORE_URL,"
                            + " for it may have a password in it.")
    private String storeUrl = "";

    private final AtomicInteger signals = new AtomicInteger();

    @Mixin private final MatchOptions match = new MatchOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        check();
        Archive archive = archive();
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
        Vertx vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setPreferNativeTransport(true)
                                .setEventLoopPoolSize(loops));
        long seed = new SecureRandom().nextLong();
        int ticksPerSecond = RoomTiming.STANDARD.ticksPerSecond();
        GameSettings game = match.settings(seats(), ticksPerSecond);
        var settings =
                new Server.Start(host, port, Set.copyOf(origins), room, game, bots, seed)
                        .with(chat)
                        .with(botPolicy)
                        .with(RoomTiming.STANDARD.with(idleness()).waitingForBots(waitsForBots));
        try {
            Server server =
                    Server.start(vertx, settings, loops, archive)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join();
            announce(server);
            Signals.onStop(() -> stop(server, vertx, archive));
        } catch (RuntimeException failure) {
            vertx.close();
            archive.close();
            throw explained(failure);
        }
        return 0;
    }

    private Archive archive() {
        if (forgetful) {
            return Archive.NONE;
        }
        try {
            StoreSettings settings = StoreSettings.embedded(directory).at(storeUrl, "", "");
            return new Archive(Store.open(settings, Clock.systemUTC(), new SecureRandom()));
        } catch (StoreProblem problem) {
            throw new UsageProblem(String.valueOf(problem.getMessage()), problem);
        }
    }

    private void check() {
        UsageProblem.unless(port >= 0 && port <= MAX_PORT, "--port is 0 to 65535, not " + port);
        UsageProblem.unless(
                seats() >= 1 && seats() <= RoomWish.MAX_CAPACITY,
                "--capacity is 1 to 1000, not " + seats());
        UsageProblem.unless(
                !match.isDuel() || seats() == 2,
                "a duel has 2 seats: leave --capacity %d out".formatted(seats()));
        origins.forEach(Serve::checkOrigin);
        UsageProblem.unless(
                bots >= 0 && bots <= seats(),
                "--bots is 0 to the capacity, which is %d, not %d".formatted(seats(), bots));
        UsageProblem.unless(
                drainSeconds >= 0 && drainSeconds <= MAX_DRAIN_SECONDS,
                "--drain is 0 to 3600 seconds, not " + drainSeconds);
        UsageProblem.unless(
                idleSeconds >= 0 && idleSeconds <= MAX_IDLE_SECONDS,
                "--idle is 0 to 86400 seconds, not " + idleSeconds);
        UsageProblem.unless(
                awaySeconds >= 0 && awaySeconds <= MAX_IDLE_SECONDS,
                "--away is 0 to 86400 seconds, not " + awaySeconds);
        UsageProblem.unless(
                RoomWish.NAME.matcher(room).matches(),
                "--room is 1 to 32 of a-z, 0-9 and '-', not '" + room + "'");
    }

    private int seats() {
        return capacity != null ? capacity : match.isDuel() ? 2 : STANDARD_CAPACITY;
    }

    /** As browsers write it: scheme, host, and a port if it is not the usual one. */
    private static void checkOrigin(String origin) {
        UsageProblem.unless(
                origin.matches("https?://[^/\\s]+"),
                "--allow-origin is a scheme and a host, such as https://play.example, not '"
                        + origin
                        + "'");
    }

    private Idleness idleness() {
        return new Idleness(
                Duration.ofSeconds(idleSeconds), Duration.ofSeconds(awaySeconds), !spareBots);
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
                return new UsageProblem(bindProblem(String.valueOf(cause.getMessage())), failure);
            }
        }
        return failure;
    }

    /** The system says in many words why a port can't be had; three of them matter. */
    private String bindProblem(String why) {
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
    private void stop(Server server, Vertx vertx, Archive archive) {
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

    /** Waits in a thread of our own: the event loops are about to end. */
    private static void finished(Future<?> last) {
        last.otherwiseEmpty().toCompletionStage().toCompletableFuture().join();
    }
}

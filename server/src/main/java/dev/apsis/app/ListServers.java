package dev.apsis.app;

import dev.apsis.directory.DirectorySettings;
import dev.apsis.directory.DirectoryVerticle;
import dev.apsis.directory.Reach;
import dev.apsis.log.LogStyle;

import io.vertx.core.Vertx;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/** The command {@code apsis directory}: keeps a list of servers that others look for. */
@Command(
        name = "directory",
        description =
                "Keeps a list of servers: who announces itself is looked at from outside, listed"
                        + " while it answers, and dropped when it does not.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class ListServers implements Callable<Integer> {
    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "0.0.0.0",
            description = "Address to listen on; 0.0.0.0 is all of them.")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            defaultValue = "7778",
            description = "Port to listen on; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--allow-private",
            description =
                    "Also list servers in private networks and on this machine: for a directory of"
                            + " one's own network, never for one on the internet.")
    private boolean allowsPrivate;

    @Option(
            names = "--allow-others",
            description =
                    "Also list servers whose heartbeats come from another address than the one"
                            + " players reach them by, as behind some proxies.")
    private boolean allowsOthers;

    @Option(
            names = "--behind-proxy",
            description =
                    "All requests come through a proxy: who asks is the last address of its"
                            + " X-Forwarded-For.")
    private boolean behindProxy;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        UsageProblem.unless(port >= 0 && port <= 65_535, "--port is 0 to 65535, not " + port);
        Logs.open(LogStyle.TEXT);
        var settings =
                new DirectorySettings(
                        host,
                        port,
                        new Reach(allowsPrivate, allowsOthers),
                        DirectorySettings.LOOK_MILLIS,
                        behindProxy);
        var directory = new DirectoryVerticle(settings, System::nanoTime, new SecureRandom());
        Vertx vertx = Vertx.vertx();
        try {
            vertx.deployVerticle(directory).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            vertx.close();
            throw explained(failure);
        }
        String shown = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        out.println(
                "%s lists servers: http://%s:%d/ (stop it with Ctrl+C)"
                        .formatted(Main.Version.text(), shown, directory.port()));
        out.flush();
        return 0;
    }

    private RuntimeException explained(CompletionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof UnknownHostException) {
            return new UsageProblem("--host '" + host + "' is not an address", failure);
        }
        return cause instanceof IOException
                ? new UsageProblem(
                        "can't listen on port %d at %s (%s): choose another --port or --host"
                                .formatted(port, host, cause.getMessage()),
                        failure)
                : failure;
    }
}

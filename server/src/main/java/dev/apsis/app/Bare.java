package dev.apsis.app;

import dev.apsis.load.BareSender;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** The command {@code apsis bare}: what {@code bench} measures a server of ours against. */
@Command(
        name = "bare",
        hidden = true,
        description =
                "Sends frames of a size to all who connect, thirty times a second, and plays"
                        + " nothing: what bench measures a server of ours against.",
        mixinStandardHelpOptions = true)
final class Bare implements Callable<Integer> {
    private static final int MOST_BYTES = 65_535;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "0")
    private int port;

    @Option(names = "--bytes", paramLabel = "BYTES", defaultValue = "150")
    private int bytes;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        UsageProblem.unless(
                bytes >= 1 && bytes <= MOST_BYTES, "--bytes is 1 to 65535, not " + bytes);
        Footprint.keepSmall();
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
        Vertx vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setPreferNativeTransport(true)
                                .setEventLoopPoolSize(loops));
        int shared = port == 0 ? -1 : port;
        var first = new BareSender("127.0.0.1", shared, bytes);
        vertx.deployVerticle(first).await();
        if (loops > 1) {
            var others = new DeploymentOptions().setInstances(loops - 1);
            vertx.deployVerticle(() -> new BareSender("127.0.0.1", shared, bytes), others).await();
        }
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("bare is ready: http://127.0.0.1:" + first.port() + "/");
            out.flush();
        }
        return 0;
    }
}

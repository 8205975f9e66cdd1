package dev.apsis.directory;

import dev.apsis.door.Doorstep;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * A directory at its port. One event loop does it all: a thousand servers are some thirty requests
 * a second. It keeps nothing, for after a restart everybody is heard again within half a minute.
 */
public final class DirectoryVerticle extends VerticleBase {
    private static final int SWEEP_MILLIS = 10_000;
    private static final int IDLE_SECONDS = 30;
    private static final int NAME_SECONDS = 5;
    private static final int NAME_THREADS = 4;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final DirectorySettings settings;
    private final LongSupplier nanos;
    private final RandomGenerator random;
    private @Nullable HttpServer server;
    private @Nullable Directory directory;

    /** Challenges are drawn from {@code random}: nobody should be able to guess them. */
    public DirectoryVerticle(
            DirectorySettings settings, LongSupplier nanos, RandomGenerator random) {
        this.settings = settings;
        this.nanos = nanos;
        this.random = random;
    }

    @Override
    public Future<?> start() {
        WorkerExecutor resolver = vertx.createSharedWorkerExecutor("directory-names", NAME_THREADS);
        LongSupplier millis = () -> nanos.getAsLong() / NANOS_PER_MILLI;
        var deciding =
                new Directory(
                        settings.reach(),
                        host -> resolve(resolver, host),
                        new Inspection(vertx, random, nanos, settings.lookMillis()),
                        millis);
        directory = deciding;
        Router router = Router.router(vertx);
        new DirectoryApi(deciding, settings.behindProxy(), millis).mount(router);
        vertx.setPeriodic(SWEEP_MILLIS, timer -> sweepNow(deciding));
        HttpServer listening =
                Doorstep.server(
                                vertx,
                                new HttpServerOptions()
                                        .setIdleTimeout(IDLE_SECONDS)
                                        .setCompressionSupported(true))
                        .requestHandler(router);
        server = listening;
        return listening.listen(settings.port(), settings.host());
    }

    private static void sweepNow(Directory deciding) {
        var unused = deciding.sweep();
    }

    /** In threads of its own, for the system's resolver blocks. */
    private static Future<List<InetAddress>> resolve(WorkerExecutor resolver, String host) {
        return resolver.executeBlocking(
                        () -> List.of(InetAddress.getAllByName(host)), /* ordered= */ false)
                .map(found -> Objects.requireNonNull(found))
                .timeout(NAME_SECONDS, TimeUnit.SECONDS);
    }

    /** Does at once what it does every ten seconds; completes when it is done. */
    public Future<?> sweep() {
        return Future.future(
                done ->
                        context.runOnContext(
                                here -> {
                                    Directory deciding = directory;
                                    if (deciding == null) {
                                        done.fail("it was not started");
                                    } else {
                                        deciding.sweep().<Void>mapEmpty().onComplete(done);
                                    }
                                }));
    }

    /** The port in use, which the system chose if the one asked for was 0. */
    public int port() {
        return server == null ? -1 : server.actualPort();
    }
}

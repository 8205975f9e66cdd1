package dev.apsis.watch;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Listens to the JVM for as long as a server runs. */
public final class WatchVerticle extends VerticleBase {
    private final GcPauses pauses;

    public WatchVerticle(GcPauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public Future<?> start() {
        pauses.listen();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        pauses.close();
        return Future.succeededFuture();
    }
}

package dev.apsis.gateway;

import dev.apsis.log.Journal;
import dev.apsis.log.Tag;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;

/**
 * Looks whether a server's certificate was renewed, and has the server take the new one: whoever is
 * connected stays. A pair that is no good changes nothing and is told once. Owned by its context.
 */
public final class CertificateKeeper extends VerticleBase {
    private static final Journal LOG = Journal.of(CertificateKeeper.class);
    private static final long LOOK_MILLIS = 10_000;

    private final CertificateFiles files;
    private final InstantSource clock;
    private final Function<Certificate, Future<?>> take;
    private Certificate inUse;
    private @Nullable String told;

    public CertificateKeeper(
            Approach.Tls tls, InstantSource clock, Function<Certificate, Future<?>> take) {
        this.files = tls.files();
        this.inUse = tls.certificate();
        this.clock = clock;
        this.take = take;
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(LOOK_MILLIS, timer -> lookAgain());
        return Future.succeededFuture();
    }

    private void lookAgain() {
        var unused = look();
    }

    /** Looks at once; the future has whether another certificate is in use then. */
    public Future<Boolean> look() {
        return Future.future(
                answer ->
                        context.runOnContext(
                                here ->
                                        vertx.executeBlocking(() -> files.read(clock.instant()))
                                                .compose(this::found)
                                                .recover(this::keep)
                                                .onComplete(answer)));
    }

    private Future<Boolean> found(Certificate certificate) {
        if (certificate.equals(inUse)) {
            told = null;
            return Future.succeededFuture(false);
        }
        return take.apply(certificate)
                .map(
                        taken -> {
                            inUse = certificate;
                            told = null;
                            LOG.tell("certificate renewed", new Tag("until", certificate.until()));
                            return true;
                        });
    }

    /** The files may be half written; the next look will tell. */
    private Future<Boolean> keep(Throwable problem) {
        String sentence = String.valueOf(problem.getMessage());
        if (!Objects.equals(sentence, told)) {
            told = sentence;
            LOG.warn(
                    "the certificate in use is kept, for the new one is no good",
                    new Tag("why", sentence),
                    new Tag("until", inUse.until()));
        }
        return Future.succeededFuture(false);
    }
}

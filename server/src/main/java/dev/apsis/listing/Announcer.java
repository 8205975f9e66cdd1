package dev.apsis.listing;

import dev.apsis.directory.Announcement;
import dev.apsis.directory.Facts;
import dev.apsis.directory.Proof;
import dev.apsis.directory.PublicAddress;
import dev.apsis.gateway.Neighbours;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * Tells directories twice a minute that this server is there, and hears from the first of them who
 * else is. Owned by an event loop of its own choice; {@link Neighbours} is answered from anywhere.
 *
 * <p>No room waits for it and no player: if a directory is away or slow, the log says so once, and
 * the list stays empty.
 */
public final class Announcer extends VerticleBase implements Neighbours {
    private static final int BEAT_MILLIS = 30_000;

    /** After the gateways are open, for a directory looks at them as soon as it hears of them. */
    private static final int FIRST_MILLIS = 500;

    private static final int SECRET_BYTES = 32;

    private final ListingSettings settings;
    private final String version;
    private final List<Line> lines;
    private Future<?> lastBeat = Future.succeededFuture();

    /** One array after the other, none of which is ever changed. */
    private volatile JsonArray servers = new JsonArray();

    public Announcer(ListingSettings settings, String version, SecureRandom random) {
        this.settings = settings;
        this.version = version;
        this.lines =
                settings.directories().stream().map(url -> new Line(url, secret(random))).toList();
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public Future<?> start() {
        if (!lines.isEmpty()) {
            lines.forEach(line -> line.open(vertx));
            vertx.setPeriodic(FIRST_MILLIS, BEAT_MILLIS, timer -> beatUnlessBeating());
        }
        return Future.succeededFuture();
    }

    /**
     * Does what it does twice a minute, as soon as it does nothing; completes when all directories
     * have answered.
     */
    public Future<?> beatNow() {
        return Future.future(
                done ->
                        context.runOnContext(
                                here -> {
                                    lastBeat = lastBeat.compose(over -> beat());
                                    lastBeat.<Void>mapEmpty().onComplete(done);
                                }));
    }

    /** A directory that takes longer than from one beat to the next is left out of that one. */
    private void beatUnlessBeating() {
        if (lastBeat.isComplete()) {
            lastBeat = beat();
        }
    }

    private Future<?> beat() {
        PublicAddress address = settings.address();
        Future<?> told = address == null ? Future.succeededFuture() : tell(address);
        return told.otherwiseEmpty()
                .compose(done -> lines.getFirst().ask())
                .otherwise(away -> new JsonArray())
                .onSuccess(list -> servers = others(list));
    }

    private Future<?> tell(PublicAddress address) {
        return new Muster(vertx, version)
                .count()
                .compose(
                        facts ->
                                Future.join(
                                        lines.stream()
                                                .map(line -> line.tell(said(address, line, facts)))
                                                .toList()));
    }

    private Announcement said(PublicAddress address, Line line, Facts facts) {
        return new Announcement(
                address, settings.name(), settings.description(), line.secret(), facts);
    }

    /** Whoever is here needs no link to where they are. */
    private JsonArray others(JsonArray list) {
        String own = String.valueOf(settings.address());
        var others = new JsonArray();
        for (Object each : list) {
            if (each instanceof JsonObject server && !own.equals(server.getString("address"))) {
                others.add(server);
            }
        }
        return others;
    }

    @Override
    public JsonArray servers() {
        return servers;
    }

    @Override
    public List<String> proofs(String challenge) {
        return settings.address() == null
                ? List.of()
                : lines.stream().map(line -> Proof.of(line.secret(), challenge)).toList();
    }
}

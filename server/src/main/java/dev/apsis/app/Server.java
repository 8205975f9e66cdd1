package dev.apsis.app;

import dev.apsis.engine.BotPolicy;
import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomTiming;
import dev.apsis.gateway.Approach;
import dev.apsis.gateway.Archive;
import dev.apsis.gateway.Care;
import dev.apsis.gateway.CertificateKeeper;
import dev.apsis.gateway.ChatPolicy;
import dev.apsis.gateway.Doors;
import dev.apsis.gateway.GatewayVerticle;
import dev.apsis.gateway.LobbyMessage;
import dev.apsis.gateway.Notifier;
import dev.apsis.gateway.Quotas;
import dev.apsis.gateway.RedirectVerticle;
import dev.apsis.gateway.Tokens;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.scribe.Scribe;
import dev.apsis.store.Store;
import dev.apsis.watch.GcPauses;
import dev.apsis.watch.WatchVerticle;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The whole server, wired: rooms behind gateways, on the event loops that {@link Loops} has. */
public final class Server {
    /** Vert.x takes a negative port for any free one that all gateways share. */
    private static final int ANY_PORT = -1;

    /** How soon what another server on the same database wrote is known here. */
    private static final long REFRESH_MILLIS = 30_000;

    private final Vertx vertx;
    private final Lobby lobby;
    private final int port;
    private final Archive archive;
    private final Optional<CertificateKeeper> keeper;

    private Server(
            Vertx vertx,
            Lobby lobby,
            int port,
            Archive archive,
            Optional<CertificateKeeper> keeper) {
        this.vertx = vertx;
        this.lobby = lobby;
        this.port = port;
        this.archive = archive;
        this.keeper = keeper;
    }

    /** What a server is started with; a port of 0 means any free one. */
    public record Start(
            String host,
            int port,
            Set<String> origins,
            Tokens tokens,
            House house,
            Upkeep upkeep,
            long seed,
            Approach approach) {
        /** Everyone for themselves in a given arena, and no bots. */
        public Start(String host, int port, String room, int capacity, Arena arena, long seed) {
            this(host, port, Set.of(), room, GameSettings.freeForAll(arena, capacity), 0, seed);
        }

        /** One room, open to everybody; tokens end with the process. */
        public Start(
                String host,
                int port,
                Set<String> origins,
                String room,
                GameSettings game,
                int bots,
                long seed) {
            this(
                    host,
                    port,
                    origins,
                    Tokens.ofThisProcess(),
                    new House(new RoomPlan(room, game, bots)),
                    Upkeep.STANDARD,
                    seed,
                    Approach.DIRECT);
        }

        /** The same, where pilots may speak to whom that says. */
        public Start with(ChatPolicy chat) {
            return with(room -> room.with(chat));
        }

        /** The same, with seats for such bots. */
        public Start with(BotPolicy bots) {
            return with(room -> room.with(bots));
        }

        /** The same, in rooms of another timing. */
        public Start with(RoomTiming timing) {
            return with(room -> room.with(timing));
        }

        /** The same, whose rooms are looked after otherwise. */
        Start with(Upkeep other) {
            return new Start(host, port, origins, tokens, house, other, seed, approach);
        }

        /** The same with other rooms. */
        Start with(House other) {
            return new Start(host, port, origins, tokens, other, upkeep, seed, approach);
        }

        /** The same, reached otherwise. */
        public Start with(Approach other) {
            return new Start(host, port, origins, tokens, house, upkeep, seed, other);
        }

        private Start with(UnaryOperator<RoomPlan> change) {
            var rooms = house.rooms().stream().map(change).toList();
            return with(new House(rooms, house.onDemand(), house.zone()));
        }
    }

    /** Starts a server that remembers nothing. */
    public static Future<Server> start(Vertx vertx, Start settings, int gateways) {
        return start(vertx, settings, gateways, Archive.NONE);
    }

    /** Starts a server where no admin may do anything. */
    public static Future<Server> start(Vertx vertx, Start settings, int gateways, Archive archive) {
        return start(vertx, settings, gateways, Watch.closed(archive));
    }

    /** Starts everything on {@code vertx}; fails if the port can't be had. */
    public static Future<Server> start(Vertx vertx, Start settings, int gateways, Watch watch) {
        Archive archive = watch.archive();
        vertx.eventBus().registerCodec(new ByReference());
        var loops = new Loops(vertx, gateways);
        var lobby = new Lobby(settings.house(), settings.upkeep(), settings.seed(), loops);
        var pauses = new GcPauses(System::nanoTime);
        Care care = watch.care(vertx, pauses);
        var doors =
                new Doors(
                        settings.host(),
                        settings.port() == 0 ? ANY_PORT : settings.port(),
                        OrbitLookout::new,
                        settings.tokens(),
                        settings.origins(),
                        Main.version(),
                        System::nanoTime,
                        archive,
                        care,
                        settings.approach(),
                        new Quotas());
        var first = new GatewayVerticle(doors);
        return vertx.deployVerticle(lobby)
                .compose(deployed -> keep(vertx, archive))
                .compose(deployed -> vertx.deployVerticle(new Notifier(System::currentTimeMillis)))
                .compose(deployed -> vertx.deployVerticle(new WatchVerticle(pauses)))
                .compose(deployed -> loops.deployGateway(first, 0))
                .compose(deployed -> deployOthers(loops, doors))
                .compose(deployed -> vertx.deployVerticle(watch.announcer()))
                .compose(deployed -> secure(vertx, settings, first))
                .map(keeper -> new Server(vertx, lobby, first.port(), archive, keeper));
    }

    /** What is done for TLS, if it is spoken. */
    private static Future<Optional<CertificateKeeper>> secure(
            Vertx vertx, Start settings, GatewayVerticle gateway) {
        Approach.Tls tls = settings.approach().tls();
        if (tls == null) {
            return Future.succeededFuture(Optional.empty());
        }
        var keeper = new CertificateKeeper(tls, InstantSource.system(), gateway::show);
        var redirect = new RedirectVerticle(settings.host(), tls.redirectPort(), gateway.port());
        return vertx.deployVerticle(keeper)
                .compose(
                        deployed ->
                                tls.redirectPort() == 0
                                        ? Future.succeededFuture("")
                                        : vertx.deployVerticle(redirect))
                .map(deployed -> Optional.of(keeper));
    }

    /** What is done for the store, if there is one. */
    private static Future<String> keep(Vertx vertx, Archive archive) {
        Store store = archive.store();
        if (store == null) {
            return Future.succeededFuture("");
        }
        vertx.setPeriodic(REFRESH_MILLIS, timer -> refresh(store));
        store.results()
                .follow(
                        beaten ->
                                vertx.eventBus()
                                        .publish(Notifier.SURPASSED, beaten, ByReference.DELIVERY));
        return vertx.deployVerticle(
                new Scribe(store.results(), Clock.systemUTC(), new SecureRandom()));
    }

    /** One that fails is tried again soon. */
    private static void refresh(Store store) {
        var unused = store.refresh();
    }

    /**
     * Lets nobody in any more; completes when the last room has ended, in so many seconds at most.
     */
    public Future<?> drain(int seconds) {
        DeliveryOptions patient =
                new DeliveryOptions(ByReference.DELIVERY).setSendTimeout((seconds + 10) * 1000L);
        return vertx.eventBus()
                .request(LobbyMessage.ADDRESS, new LobbyMessage.Drain(seconds), patient)
                .compose(drained -> handedOver());
    }

    /** Looks for another certificate at once; whether one is in use then that was not before. */
    public Future<Boolean> renewCertificate() {
        return keeper.map(CertificateKeeper::look).orElse(Future.succeededFuture(false));
    }

    /** From here on its rooms are to be others; nobody is dropped for it. */
    void amend(House house) {
        lobby.amend(house);
    }

    /** Completes when the last rounds are with the store. */
    private Future<?> handedOver() {
        return archive.store() == null
                ? Future.succeededFuture()
                : vertx.eventBus().request(Scribe.ADDRESS, "", ByReference.DELIVERY);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    private static Future<?> deployOthers(Loops loops, Doors doors) {
        List<Future<String>> others =
                IntStream.range(1, loops.gateways())
                        .mapToObj(i -> loops.deployGateway(new GatewayVerticle(doors), i))
                        .toList();
        return Future.all(others);
    }
}

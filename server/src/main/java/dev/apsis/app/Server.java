package dev.apsis.app;

import dev.apsis.engine.BotPolicy;
import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomTiming;
import dev.apsis.gateway.Care;
import dev.apsis.gateway.ChatPolicy;
import dev.apsis.gateway.Doors;
import dev.apsis.gateway.GatewayVerticle;
import dev.apsis.gateway.LobbyMessage;
import dev.apsis.gateway.RoomWish;
import dev.apsis.gateway.Tokens;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.watch.GcPauses;
import dev.apsis.watch.WatchVerticle;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;

import java.util.List;
import java.util.Set;

/** The whole server, wired: rooms behind gateways, one for each event loop. */
public final class Server {
    /** Vert.x takes a negative port for any free one that all gateways share. */
    private static final int ANY_PORT = -1;

    private final Vertx vertx;
    private final int port;

    private Server(Vertx vertx, int port) {
        this.vertx = vertx;
        this.port = port;
    }

    /** What a server is started with; a port of 0 means any free one. */
    public record Start(
            String host,
            int port,
            Set<String> origins,
            String room,
            GameSettings game,
            int bots,
            ChatPolicy chat,
            BotPolicy botPolicy,
            RoomTiming timing,
            Upkeep upkeep,
            long seed) {
        /** Everyone for themselves in a given arena, and no bots. */
        public Start(String host, int port, String room, int capacity, Arena arena, long seed) {
            this(host, port, Set.of(), room, GameSettings.freeForAll(arena, capacity), 0, seed);
        }

        /** Everybody may speak to all. */
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
                    room,
                    game,
                    bots,
                    ChatPolicy.ROOM,
                    BotPolicy.OPEN,
                    RoomTiming.STANDARD,
                    Upkeep.STANDARD,
                    seed);
        }

        /** The same, where pilots may speak to whom that says. */
        public Start with(ChatPolicy other) {
            return with(other, botPolicy, timing, upkeep);
        }

        /** The same, with seats for such bots. */
        public Start with(BotPolicy other) {
            return with(chat, other, timing, upkeep);
        }

        /** The same, in rooms of another timing. */
        public Start with(RoomTiming other) {
            return with(chat, botPolicy, other, upkeep);
        }

        /** The same, whose rooms are looked after otherwise. */
        Start with(Upkeep other) {
            return with(chat, botPolicy, timing, other);
        }

        private Start with(ChatPolicy talk, BotPolicy seats, RoomTiming pace, Upkeep care) {
            return new Start(host, port, origins, room, game, bots, talk, seats, pace, care, seed);
        }
    }

    /** Starts everything on {@code vertx}, where no admin may do anything. */
    public static Future<Server> start(Vertx vertx, Start settings, int gateways) {
        return start(vertx, settings, gateways, Watch.CLOSED);
    }

    /** Starts everything on {@code vertx}; fails if the port can't be had. */
    public static Future<Server> start(Vertx vertx, Start settings, int gateways, Watch watch) {
        vertx.eventBus().registerCodec(new ByReference());
        GameSettings game = settings.game();
        var wish =
                new RoomWish(
                        settings.room(),
                        game.mode().word(),
                        game.capacity(),
                        "",
                        settings.bots(),
                        /* listed= */ !settings.timing().waitsForBots(),
                        game.teams(),
                        settings.chat(),
                        settings.botPolicy(),
                        settings.timing().waitsForBots());
        var opening = new Lobby.Opening(settings.room(), wish, game, settings.seed());
        var lobby = new Lobby(List.of(opening), settings.timing(), settings.upkeep());
        var pauses = new GcPauses(System::nanoTime);
        Care care = watch.care(vertx, pauses);
        var doors =
                new Doors(
                        settings.host(),
                        settings.port() == 0 ? ANY_PORT : settings.port(),
                        OrbitLookout::new,
                        Tokens.ofThisProcess(),
                        settings.origins(),
                        Main.version(),
                        System::nanoTime,
                        care);
        var first = new GatewayVerticle(doors);
        return vertx.deployVerticle(lobby)
                .compose(deployed -> vertx.deployVerticle(new WatchVerticle(pauses)))
                .compose(deployed -> vertx.deployVerticle(first))
                .compose(deployed -> deployOthers(vertx, doors, gateways - 1))
                .map(deployed -> new Server(vertx, first.port()));
    }

    /**
     * Lets nobody in any more; completes when the last room has ended, in so many seconds at most.
     */
    public Future<?> drain(int seconds) {
        DeliveryOptions patient =
                new DeliveryOptions(ByReference.DELIVERY).setSendTimeout((seconds + 10) * 1000L);
        return vertx.eventBus()
                .request(LobbyMessage.ADDRESS, new LobbyMessage.Drain(seconds), patient);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    private static Future<String> deployOthers(Vertx vertx, Doors doors, int count) {
        return count == 0
                ? Future.succeededFuture("")
                : vertx.deployVerticle(
                        () -> new GatewayVerticle(doors),
                        new DeploymentOptions().setInstances(count));
    }
}

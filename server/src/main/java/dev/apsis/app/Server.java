package dev.apsis.app;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.Room;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.RoomVerticle;
import dev.apsis.gateway.Doors;
import dev.apsis.gateway.GatewayVerticle;
import dev.apsis.gateway.Tokens;
import dev.apsis.gateway.Venue;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.orbit.bot.Crew;
import dev.apsis.protocol.orbit.Arena;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.Map;

/** The whole server, wired: a room behind gateways, one for each event loop. */
public final class Server {
    /** Vert.x takes a negative port for any free one that all gateways share. */
    private static final int ANY_PORT = -1;

    private final int port;

    private Server(int port) {
        this.port = port;
    }

    /** What a server is started with; a port of 0 means any free one. */
    public record Settings(
            String host, int port, String room, GameSettings game, int bots, long seed) {
        /** Everyone for themselves in a given arena, and no bots. */
        public Settings(String host, int port, String room, int capacity, Arena arena, long seed) {
            this(host, port, room, GameSettings.freeForAll(arena, capacity), 0, seed);
        }
    }

    /** Starts everything on {@code vertx}; fails if the port can't be had. */
    public static Future<Server> start(Vertx vertx, Settings settings, int gateways) {
        vertx.eventBus().registerCodec(new ByReference());
        RoomTiming timing = RoomTiming.STANDARD;
        GameSettings game = settings.game();
        Arena arena = game.arena();
        var orbit = new Orbit(game, settings.seed());
        var room = new Room(orbit, timing);
        var venue = new Venue(settings.room(), game.mode().word(), game.capacity(), timing, arena);
        var doors =
                new Doors(
                        settings.host(),
                        settings.port() == 0 ? ANY_PORT : settings.port(),
                        Map.of(settings.room(), venue),
                        new OrbitLookout(),
                        Tokens.ofThisProcess(),
                        Main.version(),
                        System::nanoTime);
        var first = new GatewayVerticle(doors);
        return vertx.deployVerticle(
                        new RoomVerticle(settings.room(), room, timing, System::nanoTime))
                .compose(deployed -> deployBots(vertx, settings, timing))
                .compose(deployed -> vertx.deployVerticle(first))
                .compose(deployed -> deployOthers(vertx, doors, gateways - 1))
                .map(deployed -> new Server(first.port()));
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    private static Future<String> deployBots(Vertx vertx, Settings settings, RoomTiming timing) {
        GameSettings game = settings.game();
        var crew = new Crew(game.arena(), game.capacity(), settings.seed());
        return settings.bots() == 0
                ? Future.succeededFuture("")
                : vertx.deployVerticle(
                        new HouseBots(
                                settings.room(), settings.bots(), timing.ticksPerFrame(), crew));
    }

    private static Future<String> deployOthers(Vertx vertx, Doors doors, int count) {
        return count == 0
                ? Future.succeededFuture("")
                : vertx.deployVerticle(
                        () -> new GatewayVerticle(doors),
                        new DeploymentOptions().setInstances(count));
    }
}

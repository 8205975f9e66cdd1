package dev.apsis.app;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.transport.Transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The event loops, of two kinds: rooms run on the first ones, sockets are served on the others, so
 * that ticks are in time whatever comes in. Where there is one loop only it does both. Any thread
 * may deploy.
 *
 * <p>Vert.x gives its loops to those who are deployed in turn, so it is turned to the wanted one
 * first. Should somebody else be deployed at that very moment, a room shares a loop with sockets:
 * it works as well, but is less punctual. Why: docs/decisions/0007-loops.md.
 */
final class Loops {
    /** One loop in so many runs rooms: a tick is a small part of what its viewers cost. */
    private static final int LOOPS_PER_ROOM_LOOP = 4;

    private static final int CORES_OF_ONE_LOOP = 2;

    private final VertxInternal vertx;
    private final List<EventExecutor> all = new ArrayList<>();
    private final int gateways;
    private final int roomLoops;
    private final AtomicInteger rooms = new AtomicInteger();

    /** All loops there are; the last ones for so many gateways. */
    Loops(Vertx vertx, int gateways) {
        this.vertx = (VertxInternal) vertx;
        this.vertx.eventLoopGroup().forEach(all::add);
        this.gateways = gateways;
        this.roomLoops = all.size() > gateways ? all.size() - gateways : all.size();
    }

    /**
     * How many loops are best for so many cores. Where turns are short one loop does for two cores:
     * nothing has to cross between loops, and the JVM has the other core.
     */
    static int best(int cores) {
        return Transport.EPOLL.available() && cores <= CORES_OF_ONE_LOOP ? 1 : Math.max(1, cores);
    }

    /** A Vert.x with so many loops, whose turns are short where the system can do that. */
    static Vertx vertx(int loops) {
        VertxOptions options =
                new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(loops);
        return Transport.EPOLL.available()
                ? Vertx.builder()
                        .with(options)
                        .withTransport(new ShortTurns(gatewaysOf(loops)))
                        .build()
                : Vertx.vertx(options);
    }

    /** How many of so many loops are best for gateways. */
    static int gatewaysOf(int loops) {
        return Math.max(1, loops - Math.ceilDiv(loops, LOOPS_PER_ROOM_LOOP));
    }

    Future<String> deployRoom(Deployable room) {
        return deploy(room, rooms.getAndIncrement() % roomLoops);
    }

    /** Gateways are numbered from 0. */
    Future<String> deployGateway(Deployable gateway, int number) {
        return deploy(gateway, Math.floorMod(all.size() - gateways + number, all.size()));
    }

    int gateways() {
        return gateways;
    }

    private Future<String> deploy(Deployable verticle, int wanted) {
        vertx.getOrCreateContext(); // the deployer's own takes a turn too, if it had none yet
        EventExecutor before = all.get(Math.floorMod(wanted - 1, all.size()));
        for (int i = 0; i < all.size(); i++) {
            if (before.equals(vertx.createEventLoopContext().nettyEventLoop())) {
                break;
            }
        }
        return vertx.deployVerticle(verticle);
    }
}

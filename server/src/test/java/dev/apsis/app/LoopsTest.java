package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.transport.Transport;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Rooms and gateways are deployed among each other, and notes are taken of who runs where. */
class LoopsTest {
    /** Notes the thread it runs on. */
    private static final class Noting extends VerticleBase {
        private final ConcurrentLinkedQueue<Thread> threads;

        Noting(ConcurrentLinkedQueue<Thread> threads) {
            this.threads = threads;
        }

        @Override
        public Future<?> start() {
            threads.add(Thread.currentThread());
            return Future.succeededFuture();
        }
    }

    private final ConcurrentLinkedQueue<Thread> ofRooms = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Thread> ofGateways = new ConcurrentLinkedQueue<>();

    /** The threads of the rooms, then of the gateways, of so many loops. */
    private List<Set<Thread>> threads(int loops, int gateways) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        try {
            var deployed = new Loops(vertx, gateways);
            deployed.deployRoom(new Noting(ofRooms)).await();
            for (int i = 0; i < gateways; i++) {
                deployed.deployGateway(new Noting(ofGateways), i).await();
                vertx.deployVerticle(new Noting(new ConcurrentLinkedQueue<>())).await();
            }
            for (int i = 1; i < 2 * loops; i++) {
                deployed.deployRoom(new Noting(ofRooms)).await();
            }
            return List.of(new HashSet<>(ofRooms), new HashSet<>(ofGateways));
        } finally {
            vertx.close().await();
        }
    }

    @Test
    void roomsAndGatewaysKeepToTheirLoopsAndUseThemAll() {
        List<Set<Thread>> threads = threads(5, 3);
        assertEquals(2, threads.getFirst().size());
        assertEquals(3, threads.getLast().size());
        Set<Thread> all = new HashSet<>(threads.getFirst());
        all.addAll(threads.getLast());
        assertEquals(5, all.size(), "none does both");
    }

    @Test
    void twoLoopsAreOneForEach() {
        List<Set<Thread>> threads = threads(2, 1);
        assertEquals(1, threads.getFirst().size());
        assertEquals(1, threads.getLast().size());
        assertNotEquals(threads.getFirst(), threads.getLast());
    }

    @Test
    void aSingleLoopDoesBoth() {
        assertEquals(List.of(1, 1), threads(1, 1).stream().map(Set::size).toList());
    }

    @Test
    void moreGatewaysThanLoopsShareThem() {
        assertEquals(List.of(2, 2), threads(2, 3).stream().map(Set::size).toList());
    }

    @Test
    void aQuarterOfTheLoopsIsForRooms() {
        List<Integer> gateways =
                IntStream.of(1, 2, 3, 4, 5, 8, 16).mapToObj(Loops::gatewaysOf).toList();
        assertEquals(List.of(1, 1, 2, 3, 3, 6, 12), gateways);
    }

    @Test
    void twoCoresAreBestServedByOneLoopWhereTurnsAreShort() {
        int ofTwo = Transport.EPOLL.available() ? 1 : 2;
        List<Integer> loops = IntStream.of(1, 2, 3, 4, 16).mapToObj(Loops::best).toList();
        assertEquals(List.of(1, ofTwo, 3, 4, 16), loops);
    }
}

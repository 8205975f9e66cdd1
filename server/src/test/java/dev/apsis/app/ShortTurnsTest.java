package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.local.LocalChannel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.transport.Transport;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What keeps a loop's turns short: few sockets a turn, and strangers one after another. */
class ShortTurnsTest {
    private static final long PAUSE = 1_000_000;
    private static final int CLIENTS = 20;

    private final EmbeddedChannel server = new EmbeddedChannel(new ShortTurns.OneByOne(PAUSE, 1));

    private EmbeddedChannel stranger() {
        var stranger = new EmbeddedChannel();
        stranger.freezeTime();
        server.writeInbound(stranger);
        return stranger;
    }

    @Test
    void nobodyIsLetInBeforeTheLastOneWasGreeted() {
        EmbeddedChannel first = stranger();
        assertFalse(server.config().isAutoRead());
        greets(first, PAUSE - 1);
        assertFalse(server.config().isAutoRead());
        greets(first, 1);
        assertTrue(server.config().isAutoRead());
        assertEquals(first, server.readInbound(), "it was handed on");
    }

    @Test
    void severalLoopsShareTheGreetingButOneAloneDoesNotHurry() {
        var door = new ShortTurns.OneByOne(PAUSE, 2);
        server.pipeline().removeFirst();
        server.pipeline().addFirst(door);
        greets(stranger(), PAUSE / 2);
        assertTrue(server.config().isAutoRead(), "the next one goes to another loop");
        EmbeddedChannel again = stranger();
        greets(again, PAUSE / 2);
        server.writeInbound(again);
        greets(again, PAUSE / 2);
        assertFalse(server.config().isAutoRead());
        greets(again, PAUSE / 2);
        assertTrue(server.config().isAutoRead());
    }

    private void greets(EmbeddedChannel stranger, long nanos) {
        stranger.advanceTimeBy(nanos, TimeUnit.NANOSECONDS);
        stranger.runScheduledPendingTasks();
        server.runPendingTasks();
    }

    @Test
    void theDoorStaysOpenIfAStrangerFoundNoLoop() {
        var lost = new LocalChannel();
        assertThrows(IllegalStateException.class, () -> server.writeInbound(lost));
        assertTrue(server.config().isAutoRead());
    }

    @Test
    void whoGaveUpAtTheDoorIsNotGreeted() throws Exception {
        assumeTrue(Transport.EPOLL.available(), "there is no epoll here");
        Vertx vertx = Loops.vertx(1);
        List<Socket> clients = new ArrayList<>();
        try {
            var greeted = new AtomicInteger();
            NetServer open = vertx.createNetServer();
            open.connectHandler(
                    one -> one.write(Buffer.buffer().appendByte((byte) greeted.incrementAndGet())));
            int port = open.listen(0, "127.0.0.1").await().actualPort();
            var turn = new Turn(vertx);
            turn.hold();
            clients.add(new Socket(InetAddress.getLoopbackAddress(), port));
            for (int i = 0; i < CLIENTS; i++) {
                var gone = new Socket(InetAddress.getLoopbackAddress(), port);
                gone.setSoLinger(true, 0); // closing cuts it
                gone.close();
            }
            var last = new Socket(InetAddress.getLoopbackAddress(), port);
            clients.add(last);
            turn.go();
            assertEquals(2, last.getInputStream().read(), "greeted, the first and the last");
        } finally {
            close(vertx, clients);
        }
    }

    @Test
    void whatIsDueWaitsForAFewSocketsThatCostMuchAndNotForAll() throws Exception {
        assumeTrue(Transport.EPOLL.available(), "there is no epoll here");
        Vertx vertx = Loops.vertx(1);
        List<Socket> clients = new ArrayList<>();
        try {
            var turn = new Turn(vertx);
            NetServer open = vertx.createNetServer().connectHandler(turn::welcome);
            int port = open.listen(0, "127.0.0.1").await().actualPort();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new Socket(InetAddress.getLoopbackAddress(), port));
            }
            turn.all.await();
            turn.hold();
            for (Socket client : clients) {
                client.getOutputStream().write(1);
            }
            turn.go();
            turn.heard.await();
            assertTrue(turn.longest.get() <= ShortTurns.SOCKETS_AT_ONCE, turn.longest + " heard");
        } finally {
            close(vertx, clients);
        }
    }

    private static void close(Vertx vertx, List<Socket> clients) throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        vertx.close().await();
    }

    /** Counts how many are heard before what the first of them wants to be done. */
    private static final class Turn {
        private final Vertx vertx;
        private final CountDownLatch all = new CountDownLatch(CLIENTS);
        private final CountDownLatch heard = new CountDownLatch(CLIENTS);
        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private final AtomicInteger longest = new AtomicInteger();
        private int waiting;

        Turn(Vertx vertx) {
            this.vertx = vertx;
        }

        void welcome(NetSocket socket) {
            socket.handler(bytes -> hear());
            all.countDown();
        }

        /** Hearing one takes as long as a turn may. */
        private void hear() {
            long since = System.nanoTime();
            if (waiting++ == 0) {
                vertx.runOnContext(due -> waiting = 0);
            }
            longest.accumulateAndGet(waiting, Math::max);
            while (System.nanoTime() - since < BriefTurn.NANOS) {
                Thread.onSpinWait();
            }
            heard.countDown();
        }

        /** Until it is let go the loop hears nothing, so that then it has all at once. */
        void hold() throws InterruptedException {
            vertx.runOnContext(now -> pause());
            held.await();
        }

        private void pause() {
            held.countDown();
            try {
                free.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        void go() {
            free.countDown();
        }
    }
}

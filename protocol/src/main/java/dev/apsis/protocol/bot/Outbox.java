package dev.apsis.protocol.bot;

import org.jspecify.annotations.Nullable;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Messages on their way into one WebSocket, which takes one at a time. Used under its bot's lock.
 */
final class Outbox {
    /** A line that is so far behind gets no more until it has caught up: commands age anyway. */
    private static final int MOST_WAITING = 64;

    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private final Object lock;
    private final WebSocket socket;
    private boolean sending;
    private boolean last;
    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

    Outbox(WebSocket socket, Object lock) {
        this.socket = socket;
        this.lock = lock;
    }

    void send(byte[] message) {
        if (!last && waiting.size() < MOST_WAITING) {
            waiting.add(message);
            sendNext();
        }
    }

    /** What waits still goes out; then the socket closes. Done when our side has said so. */
    CompletableFuture<Boolean> close() {
        last = true;
        sendNext();
        return closed;
    }

    private void sendNext() {
        byte[] next = sending ? null : waiting.poll();
        if (next != null) {
            sending = true;
            var unused =
                    socket.sendBinary(ByteBuffer.wrap(next), /* last= */ true)
                            .whenComplete((sent, broken) -> done(broken));
        } else if (!sending && last) {
            var unused =
                    socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                            .whenComplete((said, broken) -> closed.complete(broken == null));
        }
    }

    /** A broken socket tells its listener too; here it only must not stop the queue's end. */
    private void done(@Nullable Throwable broken) {
        synchronized (lock) {
            sending = false;
            if (broken != null) {
                waiting.clear();
            }
            sendNext();
        }
    }
}

package dev.apsis.gateway;

import dev.apsis.link.TcpLink;
import dev.apsis.protocol.message.Refused;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;

import org.jspecify.annotations.Nullable;

/** A line over a virtual connection, and what it carried. Owned by its test. */
final class LinkedLine implements Line {
    private static final int FRESH_BIT = 1 << 4;

    private final TcpLink link;
    private @Nullable Refused refused;
    private int snapshots;
    private int mostFreshBytes;
    private int mostQueuedBytes;

    LinkedLine(TcpLink link) {
        this.link = link;
    }

    @Override
    public Tongue tongue() {
        return Tongue.BINARY;
    }

    @Override
    public boolean closed() {
        return link.closedByServer();
    }

    @Override
    public void say(Utterance utterance) {
        tell(utterance.bytes());
    }

    @Override
    public Future<Void> show(Buffer snapshot) {
        snapshots++;
        if ((snapshot.getByte(0) & FRESH_BIT) != 0) {
            mostFreshBytes = Math.max(mostFreshBytes, snapshot.length());
        }
        return tell(snapshot);
    }

    @Override
    public Future<Void> show(String world) {
        throw new IllegalStateException("nobody here speaks JSON");
    }

    @Override
    public void close() {
        link.closeAsServer();
    }

    @Override
    public void refuse(Refused reason) {
        if (!closed()) {
            refused = reason;
            say(new Utterance(reason));
            link.closeAsServer();
        }
    }

    private Future<Void> tell(Buffer message) {
        Promise<Void> written = Promise.promise();
        link.tell(message.getBytes(), () -> written.tryComplete());
        mostQueuedBytes = Math.max(mostQueuedBytes, link.down().queuedBytes());
        return written.future();
    }

    @Nullable Refused refused() {
        return refused;
    }

    int snapshots() {
        return snapshots;
    }

    /** The longest snapshot that told everything. */
    int mostFreshBytes() {
        return mostFreshBytes;
    }

    /** The most that ever waited for this connection, in the process and unsent in its kernel. */
    int mostQueuedBytes() {
        return mostQueuedBytes;
    }
}

package dev.apsis.gateway;

import dev.apsis.link.TcpLink;
import dev.apsis.protocol.message.Refused;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * A line over a virtual connection, and what it carried: as {@link Lane}, what is said leaves with
 * the next snapshot or as the turn ends. Owned by its test.
 */
final class LinkedLine implements Line {
    private static final int FRESH_BIT = 1 << 4;

    private final TcpLink link;
    private @Nullable Refused refused;
    private int unwritten;
    private boolean full;
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
        write(utterance.in(Tongue.BINARY));
        link.afterTurn(this::flush);
    }

    @Override
    public boolean busy() {
        return full && unwritten > 0;
    }

    @Override
    public void show(byte[] world, int length) {
        snapshots++;
        if ((world[0] & FRESH_BIT) != 0) {
            mostFreshBytes = Math.max(mostFreshBytes, length);
        }
        write(Arrays.copyOf(world, length));
        flush();
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

    private void write(byte[] message) {
        unwritten++;
        link.tell(message, () -> unwritten--);
    }

    private void flush() {
        link.flush();
        full = unwritten > 0;
        mostQueuedBytes = Math.max(mostQueuedBytes, link.down().queuedBytes());
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

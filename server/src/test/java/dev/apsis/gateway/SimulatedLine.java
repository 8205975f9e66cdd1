package dev.apsis.gateway;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.ServerMessage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A line that keeps order and delivers when it is told to. Owned by its simulation. */
final class SimulatedLine implements Line {
    private final List<byte[]> underway = new ArrayList<>();
    private @Nullable Refused refused;
    private boolean closed;
    private int snapshots;
    private int snapshotsUnderway;
    private int mostSnapshotsUnderway;

    @Override
    public Tongue tongue() {
        return Tongue.BINARY;
    }

    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public void say(Utterance utterance) {
        if (!closed) {
            underway.add(utterance.in(Tongue.BINARY));
        }
    }

    @Override
    public boolean busy() {
        return snapshotsUnderway > 0;
    }

    @Override
    public void show(byte[] world, int length) {
        underway.add(Arrays.copyOf(world, length));
        snapshots++;
        mostSnapshotsUnderway = Math.max(mostSnapshotsUnderway, ++snapshotsUnderway);
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void refuse(Refused reason) {
        if (!closed) {
            refused = reason;
            closed = true;
        }
    }

    /** Everything that was underway arrives, in order. */
    List<byte[]> deliver() {
        List<byte[]> arrived = List.copyOf(underway);
        underway.clear();
        snapshotsUnderway = 0;
        return arrived;
    }

    /** What was underway is lost, and nothing follows. */
    void cut() {
        closed = true;
        underway.clear();
    }

    @Nullable Refused refused() {
        return refused;
    }

    int snapshots() {
        return snapshots;
    }

    /** How many snapshots ever waited for their writes at once. */
    int mostSnapshotsUnderway() {
        return mostSnapshotsUnderway;
    }

    static int kind(byte[] message) {
        return ServerMessage.kind(new BitReader(message));
    }
}

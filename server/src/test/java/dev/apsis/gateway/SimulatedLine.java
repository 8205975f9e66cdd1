package dev.apsis.gateway;

import dev.apsis.protocol.message.Refused;

import io.vertx.core.buffer.Buffer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/** A line that keeps order and delivers when it is told to. Owned by its simulation. */
final class SimulatedLine implements Line {
    private final Queue<Buffer> underway = new ArrayDeque<>();
    private @Nullable Refused refused;
    private boolean broken;
    private int snapshotsUnderway;
    private int mostSnapshotsUnderway;

    @Override
    public Tongue tongue() {
        return Tongue.BINARY;
    }

    @Override
    public boolean closed() {
        return broken || refused != null;
    }

    @Override
    public void say(Utterance utterance) {
        if (!closed()) {
            underway.add(utterance.bytes());
        }
    }

    @Override
    public boolean busy() {
        return snapshotsUnderway > 0;
    }

    @Override
    public void show(byte[] snapshot, int length) {
        underway.add(Buffer.buffer(Arrays.copyOf(snapshot, length)));
        mostSnapshotsUnderway = Math.max(mostSnapshotsUnderway, ++snapshotsUnderway);
    }

    @Override
    public void show(String world) {
        throw new IllegalStateException("nobody here speaks JSON");
    }

    @Override
    public void close() {
        broken = true;
    }

    @Override
    public void refuse(Refused reason) {
        refused = reason;
    }

    /** Everything that was underway arrives, in order. */
    Queue<Buffer> deliver() {
        Queue<Buffer> arrived = new ArrayDeque<>(underway);
        underway.clear();
        snapshotsUnderway = 0;
        return arrived;
    }

    /** What was underway is lost, and nothing follows. */
    void cut() {
        broken = true;
        underway.clear();
    }

    @Nullable Refused refused() {
        return refused;
    }

    /** How many snapshots ever waited for their writes at once. */
    int mostSnapshotsUnderway() {
        return mostSnapshotsUnderway;
    }
}

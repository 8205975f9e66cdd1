package dev.apsis.gateway;

import dev.apsis.protocol.message.Refused;

import org.jspecify.annotations.Nullable;

/** A line that takes what it is given, if need be as a busy one, and remembers how much it was. */
final class ReadyLine implements Line {
    private long snapshotBytes;
    private long otherBytes;
    private boolean busy;
    private byte @Nullable [] newest;

    void beBusy(boolean now) {
        busy = now;
    }

    @Override
    public Tongue tongue() {
        return Tongue.BINARY;
    }

    @Override
    public boolean closed() {
        return false;
    }

    @Override
    public void say(Utterance utterance) {
        newest = utterance.in(Tongue.BINARY);
        otherBytes += newest.length;
    }

    @Override
    public boolean busy() {
        return busy;
    }

    @Override
    public void show(byte[] world, int length) {
        snapshotBytes += length;
    }

    @Override
    public void close() {
        throw new IllegalStateException("nobody here leaves");
    }

    @Override
    public void refuse(Refused reason) {
        throw new IllegalStateException("nobody here is refused: " + reason);
    }

    long snapshotBytes() {
        return snapshotBytes;
    }

    long otherBytes() {
        return otherBytes;
    }

    /** What was said last, beside snapshots. */
    byte @Nullable [] newest() {
        return newest;
    }
}

package dev.apsis.gateway;

import dev.apsis.protocol.message.Refused;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;

/**
 * The way between an {@link IndoorRoom} and one who is in it: keeps what is said to it, in order,
 * until it listens. Owned by the room's thread.
 */
public final class IndoorLine implements Line {
    private final Queue<byte[]> untold = new ArrayDeque<>();
    private @Nullable Connection connection;
    private @Nullable Refused refused;
    private boolean closed;

    IndoorLine() {}

    void connect(Connection other) {
        connection = other;
    }

    /** Says something to the room. */
    public void send(byte[] message) {
        Objects.requireNonNull(connection, "connected as it is made").hear(message, message.length);
    }

    /** The next message that was said to it, if there is one. */
    public byte @Nullable [] poll() {
        return untold.poll();
    }

    /** Why it was sent away, in a sentence; empty if it was not. */
    public String refusal() {
        return refused == null ? "" : refused.text();
    }

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
            untold.add(utterance.in(Tongue.BINARY));
        }
    }

    /** What is said here has arrived. */
    @Override
    public boolean busy() {
        return false;
    }

    @Override
    public void show(byte[] world, int length) {
        untold.add(Arrays.copyOf(world, length));
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void refuse(Refused reason) {
        refused = reason;
        closed = true;
    }
}

package dev.apsis.gateway;

import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;

import java.util.function.Consumer;

/** The line to a client over its WebSocket. Owned by the socket's event loop. */
final class SocketLine implements Line {
    /**
     * Snapshots are never queued, but what must not be lost is. With so many messages said since
     * the system took all there was, or so many bytes, the client is gone or does not read: its
     * socket is closed.
     */
    static final int MAX_WAITING = 256;

    static final int MAX_WAITING_BYTES = 64 * 1024;

    /** WebSocket's own code for an end that is as it should be. */
    private static final short GOODBYE = 1000;

    private final Farewell farewell;
    private final Tongue tongue;
    private final Lane lane;
    private final Consumer<Refusal> refusals;
    private int waiting;
    private int waitingBytes;
    private boolean closed;

    /** Each refusal is told to {@code refusals} too, which counts them. */
    SocketLine(Farewell farewell, Tongue tongue, Lane lane, Consumer<Refusal> refusals) {
        this.refusals = refusals;
        this.lane = lane;
        this.farewell = farewell;
        this.tongue = tongue;
    }

    /** From here on commands are heard by {@code ear}, and nothing else of what comes in. */
    void hearCommands(Lane.Ear ear) {
        lane.hear(ear);
    }

    @Override
    public Tongue tongue() {
        return tongue;
    }

    @Override
    public boolean closed() {
        return closed;
    }

    /** Its socket is closed, or about to be: nothing more can be said. */
    void end() {
        closed = true;
    }

    @Override
    public void say(Utterance utterance) {
        if (closed) {
            return;
        }
        byte[] message = utterance.in(tongue);
        boolean busy = lane.busy();
        waiting = busy ? waiting + 1 : 0;
        waitingBytes = busy ? waitingBytes + message.length : 0;
        if (waiting > MAX_WAITING || waitingBytes > MAX_WAITING_BYTES) {
            refusals.accept(Refusal.SLOW);
            leave(Refusal.SLOW);
            return;
        }
        lane.write(tongue, message, message.length);
    }

    @Override
    public boolean busy() {
        return lane.busy();
    }

    @Override
    public void show(byte[] snapshot, int length) {
        lane.send(tongue, snapshot, length);
    }

    @Override
    public void close() {
        closed = true;
        farewell.say(GOODBYE, "goodbye");
    }

    @Override
    public void refuse(Refused refused) {
        if (!closed) {
            refusals.accept(refused.reason());
            say(new Utterance(refused));
            leave(refused.reason());
        }
    }

    private void leave(Refusal why) {
        closed = true;
        farewell.say(why);
    }
}

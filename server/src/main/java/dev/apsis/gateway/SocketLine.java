package dev.apsis.gateway;

import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;

import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;

import java.util.function.Consumer;

/** The line to a client over its WebSocket. Owned by the socket's event loop. */
final class SocketLine implements Line {
    /**
     * Snapshots are never queued, but what must not be lost is. With more than this said and not on
     * its way the client is gone or does not read: its socket is closed.
     */
    static final int MAX_WAITING = 256;

    /** WebSocket's own code for an end that is as it should be. */
    private static final short GOODBYE = 1000;

    private final ServerWebSocket socket;
    private final Tongue tongue;
    private final Lane lane;
    private final Consumer<Refusal> refusals;
    private int waiting;

    /** Each refusal is told to {@code refusals} too, which counts them. */
    SocketLine(ServerWebSocket socket, Tongue tongue, Lane lane, Consumer<Refusal> refusals) {
        this.refusals = refusals;
        this.lane = lane;
        this.socket = socket;
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
        return socket.isClosed();
    }

    @Override
    public void say(Utterance utterance) {
        if (socket.isClosed()) {
            return;
        }
        if (++waiting > MAX_WAITING) {
            refusals.accept(Refusal.SLOW);
            socket.close((short) Refusal.SLOW.closeCode(), Refusal.SLOW.word());
            return;
        }
        Future<Void> said =
                switch (tongue) {
                    case BINARY -> socket.writeBinaryMessage(utterance.bytes());
                    case JSON -> socket.writeTextMessage(utterance.text());
                };
        said.onComplete(done -> waiting--);
    }

    @Override
    public boolean busy() {
        return waiting > 0 || lane.busy();
    }

    @Override
    public void show(byte[] snapshot, int length) {
        lane.send(snapshot, length);
    }

    @Override
    public void show(String world) {
        waiting++;
        socket.writeTextMessage(world).onComplete(done -> waiting--);
    }

    @Override
    public void close() {
        socket.close(GOODBYE, "goodbye");
    }

    @Override
    public void refuse(Refused refused) {
        if (!socket.isClosed()) {
            refusals.accept(refused.reason());
            say(new Utterance(refused));
            socket.close((short) refused.reason().closeCode(), refused.reason().word());
        }
    }
}

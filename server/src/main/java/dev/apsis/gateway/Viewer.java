package dev.apsis.gateway;

import dev.apsis.engine.game.Lookout.Eye;
import dev.apsis.protocol.delta.Roster;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.ServerMessage;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/**
 * One viewer of one room: what it knows, and the socket it is told by. Owned by that socket's event
 * loop.
 *
 * <p>Latest wins: while its last snapshot is still being written a frame is skipped, never queued;
 * the next one it gets tells everything again.
 */
final class Viewer {
    final Roster roster = new Roster();
    final Eye eye = new Eye();
    final int seat;
    final int link;

    private final ServerWebSocket socket;
    private boolean writing;
    private long skipped;

    Viewer(ServerWebSocket socket, int seat, int link) {
        this.socket = socket;
        this.seat = seat;
        this.link = link;
    }

    /** Whether a snapshot would be sent on at once; if not, the viewer has missed this frame. */
    boolean ready() {
        if (writing) {
            skipped++;
            roster.forget();
        }
        return !writing && !socket.isClosed();
    }

    void show(Buffer snapshot) {
        writing = true;
        socket.writeBinaryMessage(snapshot).onComplete(done -> writing = false);
    }

    /** Says what must not be lost: in order, whatever happens to snapshots. */
    void say(Buffer message) {
        if (!socket.isClosed()) {
            socket.writeBinaryMessage(message);
        }
    }

    void refuse(Refusal reason) {
        refuse(socket, reason, reason.text());
    }

    /** Frames this viewer never saw. */
    long skipped() {
        return skipped;
    }

    static void refuse(ServerWebSocket socket, Refusal reason, String text) {
        if (!socket.isClosed()) {
            byte[] bytes = new ServerMessage.Refused(reason, text).toBytes();
            socket.writeBinaryMessage(Buffer.buffer(bytes));
            socket.close((short) reason.closeCode(), reason.name());
        }
    }
}

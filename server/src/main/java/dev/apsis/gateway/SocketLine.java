package dev.apsis.gateway;

import dev.apsis.protocol.message.Refused;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/** The line to a client over its WebSocket. Owned by the socket's event loop. */
record SocketLine(ServerWebSocket socket, Tongue tongue) implements Line {
    @Override
    public boolean closed() {
        return socket.isClosed();
    }

    @Override
    public void say(Utterance utterance) {
        if (!socket.isClosed()) {
            switch (tongue) {
                case BINARY -> socket.writeBinaryMessage(utterance.bytes());
                case JSON -> socket.writeTextMessage(utterance.text());
            }
        }
    }

    @Override
    public Future<Void> show(Buffer snapshot) {
        return socket.writeBinaryMessage(snapshot);
    }

    @Override
    public Future<Void> show(String world) {
        return socket.writeTextMessage(world);
    }

    @Override
    public void refuse(Refused refused) {
        if (!socket.isClosed()) {
            say(new Utterance(refused));
            socket.close((short) refused.reason().closeCode(), refused.reason().name());
        }
    }
}

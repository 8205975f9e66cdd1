package dev.apsis.protocol.bot;

import dev.apsis.protocol.message.Wire;

import org.jspecify.annotations.Nullable;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;

/**
 * What arrives on one WebSocket, put together to whole messages for its bot. Owned by the socket,
 * which calls it from one thread at a time.
 */
final class Downlink implements WebSocket.Listener {
    private static final int FIRST_BYTES = 4096;
    private static final int TOO_BIG = 1009;

    private final Bot bot;
    private byte[] message = new byte[FIRST_BYTES];
    private int length;

    Downlink(Bot bot) {
        this.bot = bot;
    }

    @Override
    public void onOpen(WebSocket socket) {
        bot.opened(this, socket);
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        int size = part.remaining();
        if (length + size > Wire.MAX_SERVER_BYTES) {
            var unused = socket.sendClose(TOO_BIG, "").exceptionally(broken -> socket);
            bot.lost(this, "a message longer than any may be");
            return null;
        }
        if (length + size > message.length) {
            message = Arrays.copyOf(message, Math.max(length + size, message.length * 2));
        }
        part.get(message, length, size);
        length += size;
        if (last) {
            bot.take(this, message, length);
            length = 0;
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        bot.closed(this, code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable broken) {
        bot.lost(this, String.valueOf(broken.getMessage()));
    }
}

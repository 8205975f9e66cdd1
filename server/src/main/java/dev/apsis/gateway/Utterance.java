package dev.apsis.gateway;

import dev.apsis.protocol.message.Letters;
import dev.apsis.protocol.message.ServerMessage;

import io.vertx.core.buffer.Buffer;

import org.jspecify.annotations.Nullable;

/** One message for one or many viewers, put into each tongue at most once. Owned by its loop. */
final class Utterance {
    private final ServerMessage message;
    private @Nullable Buffer bytes;
    private @Nullable String text;

    Utterance(ServerMessage message) {
        this.message = message;
    }

    Buffer bytes() {
        if (bytes == null) {
            bytes = Buffer.buffer(message.toBytes());
        }
        return bytes;
    }

    String text() {
        if (text == null) {
            text = Letters.json(message);
        }
        return text;
    }
}

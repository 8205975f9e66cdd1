package dev.apsis.gateway;

import dev.apsis.protocol.message.Letters;
import dev.apsis.protocol.message.ServerMessage;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** One message for one or many viewers, put into each tongue at most once. Owned by its loop. */
final class Utterance {
    private final ServerMessage message;
    private byte @Nullable [] binary;
    private byte @Nullable [] json;

    Utterance(ServerMessage message) {
        this.message = message;
    }

    /** Its bytes, which nobody may change. */
    byte[] in(Tongue tongue) {
        return switch (tongue) {
            case BINARY -> binary();
            case JSON -> json();
        };
    }

    private byte[] binary() {
        if (binary == null) {
            binary = message.toBytes();
        }
        return binary;
    }

    private byte[] json() {
        if (json == null) {
            json = Letters.json(message).getBytes(StandardCharsets.UTF_8);
        }
        return json;
    }
}

package dev.apsis.gateway;

import dev.apsis.protocol.message.Wire;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways to say the same on a socket: one for each WebSocket subprotocol. */
enum Tongue {
    BINARY(Wire.SUBPROTOCOL),
    JSON(Wire.JSON_SUBPROTOCOL);

    private final String subprotocol;

    Tongue(String subprotocol) {
        this.subprotocol = subprotocol;
    }

    String subprotocol() {
        return subprotocol;
    }

    /** How it is called where people read it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tongue agreed on in the handshake, if any was. */
    static Optional<Tongue> of(@Nullable String subprotocol) {
        return List.of(values()).stream()
                .filter(tongue -> tongue.subprotocol.equals(subprotocol))
                .findFirst();
    }
}

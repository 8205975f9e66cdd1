package dev.apsis.gateway;

import dev.apsis.engine.game.Lookout;

import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What all gateways of a server share: where they listen, what is behind them, whom they trust. A
 * negative port is any free one, the same for all.
 */
public record Doors(
        String host,
        int port,
        Map<String, Venue> venues,
        Lookout lookout,
        Tokens tokens,
        String version,
        LongSupplier nanos) {
    public Doors {
        venues = Map.copyOf(venues);
    }
}

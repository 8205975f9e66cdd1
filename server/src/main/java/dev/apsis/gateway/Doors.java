package dev.apsis.gateway;

import dev.apsis.engine.game.Lookout;

import java.util.Map;
import java.util.function.LongSupplier;

/** What all gateways of a server share: where they listen, what is behind them, whom they trust. */
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

    /** The same doors at another port: the one the system chose for the first gateway. */
    public Doors onPort(int chosen) {
        return new Doors(host, chosen, venues, lookout, tokens, version, nanos);
    }
}

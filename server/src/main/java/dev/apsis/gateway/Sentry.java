package dev.apsis.gateway;

import java.util.Optional;

/**
 * Whom the house does not want to see or to hear. Asked by all event loops, so it answers at once
 * and from any thread.
 */
public interface Sentry {
    /** Everybody may come in and speak. */
    Sentry NONE =
            new Sentry() {
                @Override
                public Optional<String> bars(String address) {
                    return Optional.empty();
                }

                @Override
                public boolean silences(String mark) {
                    return false;
                }
            };

    /** Why nobody from an address may come in, in words for whoever tries; empty if one may. */
    Optional<String> bars(String address);

    /** Whether nobody is to hear a player, known by the {@link Guest#mark} of its session. */
    boolean silences(String mark);
}

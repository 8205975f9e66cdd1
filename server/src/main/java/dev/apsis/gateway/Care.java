package dev.apsis.gateway;

import java.util.List;

/**
 * How a server is looked after: its gateways' posts, whom it keeps out, what else it shows, and the
 * servers beside it.
 */
public record Care(Posts posts, Sentry sentry, List<Annex> annexes, Neighbours neighbours) {
    public Care {
        annexes = List.copyOf(annexes);
    }

    /** One that keeps nobody out, and shows nothing more. */
    static Care open() {
        return new Care(new Posts(), Sentry.NONE, List.of(), Neighbours.NONE);
    }
}

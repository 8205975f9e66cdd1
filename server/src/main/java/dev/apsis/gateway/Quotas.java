package dev.apsis.gateway;

import dev.apsis.door.Quota;

/**
 * How often an address may ask for what is dear: to open rooms, and to try a password. Shared by
 * all event loops of a server, for who asks again may meet another one.
 */
public record Quotas(Quota rooms, Quota tries) {
    /**
     * Five rooms at once, and then one in half a minute: who opens more leaves none to others. Ten
     * tries at once, and one more every ten seconds.
     */
    public Quotas() {
        this(new Quota(1 / 30.0, 5), new Quota(0.1, 10));
    }
}

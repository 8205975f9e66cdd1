package dev.apsis.protocol.bot;

import dev.apsis.protocol.message.Pong;

/**
 * How far away the server is: pings once a second, and what their answers tell of its clock. Owned
 * by its cockpit; time comes in.
 *
 * <p>Delay on the way only ever adds, so the shortest of the last round trips is the truest.
 */
final class Pulse {
    /** What is known of the round trip before the first answer. */
    static final long UNKNOWN = -1;

    private static final long PERIOD_NANOS = 1_000_000_000;
    private static final int REMEMBERED = 4;
    private static final int UNDERWAY = 8;

    private final long[] sentNanos = new long[UNDERWAY];
    private final long[] tripNanos = new long[REMEMBERED];
    private int serial;
    private int answered;
    private long pingedNanos;
    private long shortest = UNKNOWN;
    private int anchorTick;
    private long anchorNanos;

    /** Another connection: what the last one measured says nothing. */
    void forget() {
        serial = 0;
        answered = 0;
        shortest = UNKNOWN;
    }

    boolean due(long nowNanos) {
        return serial == 0 || nowNanos - pingedNanos >= PERIOD_NANOS;
    }

    /** Notes a ping that goes out now; its serial number. */
    int ping(long nowNanos) {
        pingedNanos = nowNanos;
        serial = (serial + 1) & 0xffff;
        sentNanos[serial % UNDERWAY] = nowNanos;
        return serial;
    }

    void pong(Pong pong, long nowNanos) {
        if (((serial - pong.serial()) & 0xffff) >= UNDERWAY) {
            return;
        }
        long trip = nowNanos - sentNanos[pong.serial() % UNDERWAY];
        tripNanos[answered++ % REMEMBERED] = trip;
        shortest = trip;
        for (int i = 0; i < Math.min(answered, REMEMBERED); i++) {
            shortest = Math.min(shortest, tripNanos[i]);
        }
        if (trip == shortest) {
            anchorTick = pong.tick();
            anchorNanos = nowNanos - trip / 2 - pong.micros() * 1000L;
        }
    }

    /** The shortest of the last round trips, or {@link #UNKNOWN}. */
    long roundTripNanos() {
        return shortest;
    }

    /** When, by our clock, the server had simulated a tick; asked for once a pong has come. */
    long instantNanos(int tick, int ticksPerSecond) {
        return anchorNanos + (tick - anchorTick) * 1_000_000_000L / ticksPerSecond;
    }
}

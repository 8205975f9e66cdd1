package dev.apsis.protocol.bot;

/**
 * How a pilot stands in time.
 *
 * @param leadTicks how many ticks after the view's the next command begins to count
 * @param slackTicks how early the latest commands reached the server, in ticks, as it says itself;
 *     negative: late
 * @param roundTripMillis the shortest of the last pings' round trips, negative before the first
 * @param lateCommands ticks whose command came too late so far; the one before went on instead
 * @param missedFrames frames that came while the pilot was still deciding on an older one
 */
public record Timing(
        int leadTicks,
        double slackTicks,
        double roundTripMillis,
        int lateCommands,
        int missedFrames) {}

package dev.apsis.gateway;

/**
 * Somebody who is connected, as those who look after the server see them. By the mark a player is
 * known again: {@link Tokens#mark}.
 */
public record Guest(
        long id,
        String room,
        String name,
        String mark,
        String address,
        long seconds,
        Seat seat,
        Line line) {
    /** -1 for a spectator; slack is how early commands come. */
    public record Seat(int number, boolean bot, int score, int slackHalfTicks, boolean muted) {}

    /** What the line carried, in all and in its last second, and every how many frames it can. */
    public record Line(
            String tongue, long bytes, int bytesPerSecond, long frames, long skipped, int pace) {}
}

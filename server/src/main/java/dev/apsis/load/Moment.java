package dev.apsis.load;

import java.util.Locale;

/** How a load stands at the moment, once a second. */
public record Moment(
        Phase phase, int joined, int refused, double framesPerSecond, SpreadMillis gaps) {
    /** What a load does, in this order. */
    public enum Phase {
        JOINING,
        SETTLING,
        MEASURING,
        LEAVING
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-9s %d in, %d refused, %.0f frames/s, gaps %s",
                phase.name().toLowerCase(Locale.ROOT),
                joined,
                refused,
                framesPerSecond,
                gaps);
    }
}

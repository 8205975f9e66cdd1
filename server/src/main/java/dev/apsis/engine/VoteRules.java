package dev.apsis.engine;

import java.time.Duration;
import java.util.Set;

/**
 * What may be voted on in a room, how many percent of its people must say yes, how long a vote is
 * open, and how long after it nobody may call the next one.
 */
public record VoteRules(Set<Matter> matters, int percent, Duration open, Duration pause) {
    public static final VoteRules STANDARD =
            new VoteRules(
                    Set.of(Matter.values()), 60, Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** It takes more than one to send somebody away. */
    private static final int LEAST_FOR_KICK = 2;

    public VoteRules {
        matters = Set.copyOf(matters);
    }

    /** How many of so many people must say yes. */
    int needed(Matter matter, int people) {
        int share = (percent * people + 99) / 100;
        return Math.max(matter == Matter.KICK ? LEAST_FOR_KICK : 1, share);
    }
}

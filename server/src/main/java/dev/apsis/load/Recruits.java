package dev.apsis.load;

import dev.apsis.protocol.delta.Motion;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.SharedMotion;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** Who the clients of a load are. */
interface Recruits {
    /** The next one, who tells {@code figures} what it measures. */
    Client next(int number, SplittableRandom random, Figures figures);

    /** Pilots of Orbit, who share what they compute: all are of one thread. */
    static Recruits fliers(Temper temper, LongSupplier nanos) {
        Map<Arena, Motion> motions = new HashMap<>();
        return (number, random, figures) ->
                new Flier("load " + (number + 1), temper, random, figures, nanos)
                        .predicting(arena -> motions.computeIfAbsent(arena, SharedMotion::new));
    }

    /**
     * Clients of a {@link BareSender}, which answer each frame with so many bytes, or never (0).
     */
    static Recruits listeners(int answerBytes, LongSupplier nanos) {
        return (number, random, figures) -> new Listener(answerBytes, figures, nanos);
    }
}

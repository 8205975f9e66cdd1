package dev.apsis.load;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** Who the clients of a load are. */
interface Recruits {
    /** The next one, who tells {@code figures} what it measures. */
    Client next(int number, SplittableRandom random, Figures figures);

    /** Pilots of Orbit. */
    static Recruits fliers(Temper temper, LongSupplier nanos) {
        return (number, random, figures) ->
                new Flier("load " + (number + 1), temper, random, figures, nanos);
    }

    /**
     * Clients of a {@link BareSender}, which answer each frame with so many bytes, or never (0).
     */
    static Recruits listeners(int answerBytes, LongSupplier nanos) {
        return (number, random, figures) -> new Listener(answerBytes, figures, nanos);
    }
}

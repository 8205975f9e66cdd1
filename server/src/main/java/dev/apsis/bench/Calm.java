package dev.apsis.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Measures while the host leaves the machine its time: a try during which others had more than a
 * percent of it is made again, and of a few the quietest counts, whatever came of it. Owned by the
 * thread that measures.
 */
final class Calm {
    private static final double MOST_PERCENT = 1;

    private final int tries;
    private final Supplier<Optional<Shares>> clock;
    private final Consumer<String> voice;
    private OptionalDouble worst = OptionalDouble.empty();

    /** Where {@code clock} does not tell how time is shared, the first try counts. */
    Calm(int tries, Supplier<Optional<Shares>> clock, Consumer<String> voice) {
        this.tries = tries;
        this.clock = clock;
        this.voice = voice;
    }

    /** Something that is measured, for the first time or once more. */
    interface Attempt<T> {
        T run(int number) throws IOException;
    }

    <T> T measure(Attempt<T> attempt) throws IOException {
        Try<T> quietest = once(attempt, 1);
        for (int number = 2; number <= tries && quietest.percent > MOST_PERCENT; number++) {
            voice.accept(
                    String.format(
                            Locale.ROOT,
                            "others on the host took %.1f %% of the machine's time: once more",
                            quietest.percent));
            Try<T> again = once(attempt, number);
            quietest = again.percent < quietest.percent ? again : quietest;
        }
        if (quietest.percent >= 0) {
            worst = OptionalDouble.of(Math.max(worst.orElse(0), quietest.percent));
        }
        return quietest.result;
    }

    /** The most of the machine's time, in percent, that was taken during a try that counts. */
    OptionalDouble worst() {
        return worst;
    }

    private <T> Try<T> once(Attempt<T> attempt, int number) throws IOException {
        Optional<Shares> before = clock.get();
        T result = attempt.run(number);
        Optional<Shares> after = clock.get();
        boolean told = before.isPresent() && after.isPresent();
        return new Try<>(result, told ? after.get().stolenSince(before.get()) : -1);
    }

    /**
     * @param percent what was taken meanwhile; negative if nobody knows
     */
    private record Try<T>(T result, double percent) {}
}

package dev.apsis.bench;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Measures while the host leaves the machine its time: a try during which others had more than a
 * percent of it is made again, when they have become quiet or a while has passed, and of a few the
 * quietest counts, whatever came of it. One that failed counts only if all did, or others were not
 * to blame. Owned by the thread that measures.
 */
final class Calm {
    /** So often it looks for a quiet moment. */
    static final int LOOKS = 24;

    private static final double MOST_PERCENT = 1;

    private final int tries;
    private final Supplier<Optional<Shares>> clock;
    private final Runnable look;
    private final Consumer<String> voice;
    private OptionalDouble worst = OptionalDouble.empty();

    /**
     * Where {@code clock} does not tell how time is shared, the first try counts. {@code look}
     * takes as long as it takes to see whether others are quiet.
     */
    Calm(int tries, Supplier<Optional<Shares>> clock, Runnable look, Consumer<String> voice) {
        this.tries = tries;
        this.clock = clock;
        this.look = look;
        this.voice = voice;
    }

    /** Something that is measured, for the first time or once more. */
    interface Attempt<T> {
        T run(int number) throws IOException;
    }

    <T> T measure(Attempt<T> attempt) throws IOException {
        Try<T> best = once(attempt, 1);
        for (int number = 2; number <= tries && best.percent > MOST_PERCENT; number++) {
            voice.accept(
                    String.format(
                            Locale.ROOT,
                            "others on the host took %.1f %% of the machine's time: once more",
                            best.percent));
            awaitQuiet();
            Try<T> again = once(attempt, number);
            best = again.countsBefore(best) ? again : best;
        }
        if (best.failure != null) {
            throw best.failure;
        }
        if (best.percent >= 0) {
            worst = OptionalDouble.of(Math.max(worst.orElse(0), best.percent));
        }
        return best.outcome();
    }

    /** The most of the machine's time, in percent, that was taken during a try that counts. */
    OptionalDouble worst() {
        return worst;
    }

    private void awaitQuiet() {
        for (int i = 0; i < LOOKS; i++) {
            Optional<Shares> before = clock.get();
            look.run();
            if (percentSince(before) <= MOST_PERCENT) {
                return;
            }
        }
    }

    private <T> Try<T> once(Attempt<T> attempt, int number) {
        Optional<Shares> before = clock.get();
        try {
            T result = attempt.run(number);
            return new Try<>(result, null, percentSince(before));
        } catch (IOException failure) {
            return new Try<>(null, failure, percentSince(before));
        }
    }

    /** What was taken since then; negative if nobody knows. */
    private double percentSince(Optional<Shares> before) {
        Optional<Shares> after = clock.get();
        boolean told = before.isPresent() && after.isPresent();
        return told ? after.get().stolenSince(before.get()) : -1;
    }

    /** What came of it, and how much of the machine's time was taken meanwhile. */
    private record Try<T>(@Nullable T result, @Nullable IOException failure, double percent) {
        boolean countsBefore(Try<T> other) {
            return failure == null && (other.failure != null || percent < other.percent);
        }

        T outcome() {
            return Objects.requireNonNull(result);
        }
    }
}

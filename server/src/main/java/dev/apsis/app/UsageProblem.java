package dev.apsis.app;

import dev.apsis.config.Problem;
import dev.apsis.config.Reading;

import java.util.List;
import java.util.stream.Collectors;

/** What a user can put right; its message is the one sentence they read. */
public final class UsageProblem extends RuntimeException {
    public UsageProblem(String sentence) {
        super(sentence);
    }

    public UsageProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Refuses settings with problems, which are told all at once. */
    static void unlessGood(Reading reading) {
        List<Problem> problems = reading.problems();
        if (problems.size() == 1) {
            throw new UsageProblem(problems.get(0).toString());
        }
        if (!reading.good()) {
            String lines =
                    problems.stream().map(each -> "\n  " + each).collect(Collectors.joining());
            throw new UsageProblem(
                    "there are " + problems.size() + " problems with the configuration:" + lines);
        }
    }

    /** Refuses what is not good, in a sentence that says what is. */
    static void unless(boolean good, String sentence) {
        if (!good) {
            throw new UsageProblem(sentence);
        }
    }
}

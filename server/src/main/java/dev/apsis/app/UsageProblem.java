package dev.apsis.app;

/** What a user can put right; its message is the one sentence they read. */
public final class UsageProblem extends RuntimeException {
    public UsageProblem(String sentence) {
        super(sentence);
    }

    public UsageProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Refuses what is not good, in a sentence that says what is. */
    static void unless(boolean good, String sentence) {
        if (!good) {
            throw new UsageProblem(sentence);
        }
    }
}

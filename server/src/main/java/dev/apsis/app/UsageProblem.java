package dev.apsis.app;

/** What a user can put right; its message is the one sentence they read. */
public final class UsageProblem extends RuntimeException {
    public UsageProblem(String sentence) {
        super(sentence);
    }

    public UsageProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

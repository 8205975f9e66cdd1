package dev.apsis.duel;

/** Why a pilot can't be had, in one sentence that says what to do. */
public final class NoPilot extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoPilot(String sentence) {
        super(sentence);
    }
}

package dev.apsis.duel;

/** A pilot broke its own flight: who, and how, in a sentence that its author can use. */
public final class Foul extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Side by;
    private final String how;

    Foul(Side by, String how) {
        super(how, null, false, false);
        this.by = by;
        this.how = how;
    }

    public Side by() {
        return by;
    }

    public String how() {
        return how;
    }
}

package dev.apsis.store;

/** Why the store can't do what was asked of it, in words for whoever runs the server. */
public final class StoreProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What kind of trouble it is. */
    public enum Kind {
        /** It can't be opened as it is set up; nothing changes until somebody does something. */
        SETUP,
        /** Others ask too much of it: try again in a moment. */
        BUSY,
        /** The database is away or fails: what was asked was not done. */
        AWAY,
        /** There are as many already as there may be. */
        FULL,
        /** The store was closed. */
        CLOSED
    }

    StoreProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    StoreProblem(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

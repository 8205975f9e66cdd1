package dev.apsis.directory;

/** A server is not listed: the status that is answered, and why in words for its host. */
public final class Denied extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;

    Denied(int status, String why) {
        super(why, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}

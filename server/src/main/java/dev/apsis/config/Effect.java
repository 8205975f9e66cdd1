package dev.apsis.config;

/** When a changed setting takes effect on a running server. */
public enum Effect {
    /** At once, without dropping anybody. */
    LIVE("live"),
    /** When the round that is being played has ended. */
    NEXT_ROUND("next round"),
    /** When the server is started again. */
    RESTART("restart");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

package dev.apsis.doctor;

/** The four ways to be told the same; the page's doctor has the same names. */
public enum Transport {
    POLL("poll", "Short polling"),
    LONG_POLL("longPoll", "Long polling"),
    SSE("sse", "Server-sent events"),
    SOCKET("socket", "WebSocket");

    private final String word;
    private final String title;

    Transport(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** How it is called in JSON. */
    public String word() {
        return word;
    }

    /** How it is called for people. */
    public String title() {
        return title;
    }
}

package dev.apsis.orbit;

/** What a ship can end by. */
public enum Cause {
    TORPEDO(0, "torpedo"),
    RAM(1, "ram"),
    STAR(2, "star"),
    PLANET(3, "planet"),
    BORDER(4, "border");

    private static final Cause[] ALL = values();

    private final int code;
    private final String word;

    Cause(int code, String word) {
        this.code = code;
        this.word = word;
    }

    int code() {
        return code;
    }

    /** How it is called in facts and reports. */
    public String word() {
        return word;
    }

    static Cause of(int code) {
        return ALL[code];
    }

    static int count() {
        return ALL.length;
    }
}

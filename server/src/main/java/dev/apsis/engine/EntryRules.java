package dev.apsis.engine;

/** Who may come into a room: those who know the password, if it has one; and which bots. */
public record EntryRules(String password, BotPolicy bots) {
    /** Everybody. */
    public static final EntryRules NONE = new EntryRules("", BotPolicy.OPEN);

    boolean opens(String key) {
        return password.isEmpty() || password.equals(key);
    }
}

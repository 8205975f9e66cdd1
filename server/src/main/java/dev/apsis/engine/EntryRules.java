package dev.apsis.engine;

/**
 * Who may come into a room: those who know the password, if it has one; which bots; and how many of
 * its seats are kept for those who know the reserved password, which opens the room as well.
 */
public record EntryRules(
        String password, BotPolicy bots, int reservedSeats, String reservedPassword) {
    /** Everybody. */
    public static final EntryRules NONE = new EntryRules("", BotPolicy.OPEN);

    /** Without reserved seats. */
    public EntryRules(String password, BotPolicy bots) {
        this(password, bots, 0, "");
    }

    /** The same, with seats for such bots. */
    public EntryRules with(BotPolicy other) {
        return new EntryRules(password, other, reservedSeats, reservedPassword);
    }

    boolean opens(String key) {
        return password.isEmpty() || password.equals(key) || reserves(key);
    }

    /** Whether reserved seats are for who says this. */
    boolean reserves(String key) {
        return !reservedPassword.isEmpty() && reservedPassword.equals(key);
    }
}

package dev.apsis.protocol.bot;

/**
 * What a client says of itself when it asks to be let in.
 *
 * <p>The token of an earlier welcome takes that seat back, with its ship and score; an empty one
 * asks for a new seat. {@code bot} is for all to see on the scoreboard.
 *
 * <pre>{@code
 * Papers.bot("Ada")
 * Papers.bot("Ada").withPassword("sesame").withToken(saved)
 * Papers.spectator()
 * }</pre>
 *
 * @param name 1 to 24 characters
 * @param token of an earlier welcome, or empty
 * @param password the room's, or empty
 * @param spectate to watch without a ship
 * @param bot whether a program flies
 */
public record Papers(String name, String token, String password, boolean spectate, boolean bot) {
    /** A bot of this name. */
    public static Papers bot(String name) {
        return new Papers(name, "", "", /* spectate= */ false, /* bot= */ true);
    }

    /** Somebody who only watches. */
    public static Papers spectator() {
        return new Papers("", "", "", /* spectate= */ true, /* bot= */ true);
    }

    /** The same with a token that takes a seat back. */
    public Papers withToken(String other) {
        return new Papers(name, other, password, spectate, bot);
    }

    /** The same with a room's password. */
    public Papers withPassword(String other) {
        return new Papers(name, token, other, spectate, bot);
    }
}

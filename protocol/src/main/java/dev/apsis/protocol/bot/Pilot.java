package dev.apsis.protocol.bot;

import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.Emote;
import dev.apsis.protocol.message.Kill;
import dev.apsis.protocol.message.Notice;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.Round;
import dev.apsis.protocol.message.Welcome;

/**
 * Whoever decides what a ship does: the one thing a bot's author writes.
 *
 * <pre>{@code
 * Pilot simple = view -> Command.coast().thrust().turnLeft();
 * }</pre>
 *
 * <p>{@link #fly} is asked once for each frame, thirty times a second, as long as there is a ship
 * to fly; while it waits for the next one {@link #watch} shows what goes on. What else happens is
 * told by the other methods, which by default do nothing. All of them are called one after the
 * other, in the order in which things happened, never two at once; so a pilot may have fields and
 * needs no locks.
 */
@FunctionalInterface
public interface Pilot {
    /** What the ship shall do from now on, seen what there is to see. */
    Command fly(View view);

    /** A frame without a ship of one's own: waiting for the next, or only watching. */
    default void watch(View view) {}

    /** The server let this pilot in: its seat, and the arena. Again after each reconnect. */
    default void joined(Welcome welcome) {}

    /** One's own ship was destroyed; the next comes by itself. */
    default void died(Kill kill) {}

    /** Any ship was destroyed, one's own included. */
    default void killed(Kill kill) {}

    /** Somebody said something; from which seat tells {@link View#person}. */
    default void heard(Chat chat) {}

    /** Somebody gave a sign. */
    default void signed(Emote emote) {}

    /** A round began or ended, or stands otherwise than before. */
    default void round(Round round) {}

    /** The server itself said something. */
    default void noticed(Notice notice) {}

    /** The server does not let this pilot in, or sends it away. */
    default void refused(Refused refused) {}

    /** The connection is gone for good, or cut; whether another try follows. */
    default void closed(boolean comesBack) {}
}

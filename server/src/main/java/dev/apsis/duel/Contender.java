package dev.apsis.duel;

import dev.apsis.protocol.bot.Pilot;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/**
 * Somebody who can fight: what it is called, and where its pilots come from. Each round has a pilot
 * of its own.
 *
 * @param source as on the command line: a name, or a jar and a class
 */
public record Contender(String source, String name, Class<? extends Pilot> type) {
    /** A new pilot; what its constructor throws is thrown on. */
    Pilot make() {
        try {
            Constructor<? extends Pilot> constructor = type.getConstructor();
            return constructor.newInstance();
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            throw rethrown(cause == null ? thrown : cause);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(type + " was looked at before", changed);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException rethrown(Throwable thrown) throws T {
        throw (T) thrown;
    }
}

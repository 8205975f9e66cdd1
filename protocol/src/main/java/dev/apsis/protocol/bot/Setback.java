package dev.apsis.protocol.bot;

import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.concurrent.CompletionException;

/** Why there is no connection, in words; of the commonest reasons Java's client says nothing. */
final class Setback {
    private Setback() {}

    static String words(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof ConnectException && cause.getMessage() == null) {
            return cause.getCause() instanceof UnresolvedAddressException
                    ? "there is no such host"
                    : "no server answers there";
        }
        return Objects.requireNonNullElseGet(cause.getMessage(), cause::toString);
    }

    /** What is wrong itself, without what a future wraps round it. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}

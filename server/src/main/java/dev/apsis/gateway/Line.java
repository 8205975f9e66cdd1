package dev.apsis.gateway;

import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/**
 * The way to one client: a WebSocket's, or in tests one that stalls and breaks when it is told to.
 */
interface Line {
    Tongue tongue();

    boolean closed();

    /** Says what must not be lost, in order. */
    void say(Utterance utterance);

    /** Puts a snapshot on its way; completes when it is. */
    Future<Void> show(Buffer snapshot);

    /** Puts the world as JSON on its way; completes when it is. */
    Future<Void> show(String world);

    /** Closes, with nothing to say. */
    void close();

    /** Says why, and closes. */
    void refuse(Refused refused);

    /** Says why in the usual words, and closes. */
    default void refuse(Refusal reason) {
        refuse(new Refused(reason, reason.text()));
    }
}

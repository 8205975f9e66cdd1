package dev.apsis.gateway;

import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;

/**
 * The way to one client: a WebSocket's, or in tests one that stalls and breaks when it is told to.
 */
interface Line {
    Tongue tongue();

    boolean closed();

    /** Every how many frames it is shown the world at most. */
    default int framesPerLook() {
        return 1;
    }

    /** Says what must not be lost, in order. */
    void say(Utterance utterance);

    /** Whether something said or shown before is not on its way yet. */
    boolean busy();

    /**
     * Puts the world on its way, in the line's tongue; only if it is not {@link #busy}. The array
     * is only lent.
     */
    void show(byte[] world, int length);

    /** Closes, with nothing to say. */
    void close();

    /** Says why, and closes. */
    void refuse(Refused refused);

    /** Says why in the usual words, and closes. */
    default void refuse(Refusal reason) {
        refuse(new Refused(reason, reason.text()));
    }
}
